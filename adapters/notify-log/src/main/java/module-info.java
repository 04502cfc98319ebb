/** A channel that logs identifiers, and one that collects what would be sent to whom. */
module org.educationcities.notify.log {
  requires static org.jspecify;
  requires transitive org.educationcities.spi;

  exports org.educationcities.notify.log;

  provides org.educationcities.spi.Plugin with
      org.educationcities.notify.log.LogPlugin;
}
