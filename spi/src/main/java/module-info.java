/** What a vendor implements: storage, notification, sources and keys. No dependency at all. */
module org.educationcities.spi {
  requires static org.jspecify;

  exports org.educationcities.spi;
  exports org.educationcities.spi.key;
  exports org.educationcities.spi.notification;
  exports org.educationcities.spi.source;
  exports org.educationcities.spi.storage;
}
