/** What a vendor implements: storage, notification, sources and keys. No dependency at all. */
module org.educationcities.spi {
  requires static org.jspecify;

  exports org.educationcities.spi;
}
