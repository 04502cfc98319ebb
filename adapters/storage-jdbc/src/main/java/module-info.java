/** Storage over JDBC: H2 embedded by default, PostgreSQL and SQLite. */
module org.educationcities.storage.jdbc {
  requires static org.jspecify;
  requires transitive java.sql;
  requires transitive org.educationcities.spi;

  exports org.educationcities.storage.jdbc;

  provides org.educationcities.spi.Plugin with
      org.educationcities.storage.jdbc.JdbcPlugin;
}
