/** Storage as JSON files in one folder. */
module org.educationcities.storage.json {
  requires static org.jspecify;
  requires transitive org.educationcities.spi;

  exports org.educationcities.storage.json;

  provides org.educationcities.spi.Plugin with
      org.educationcities.storage.json.JsonPlugin;
}
