/** Conformance kits for storage, notification and sources: JUnit Jupiter classes to extend. */
module org.educationcities.tck {
  requires static org.jspecify;
  requires java.logging;
  requires transitive org.assertj.core;
  requires transitive org.educationcities.spi;
  requires transitive org.junit.jupiter.api;

  exports org.educationcities.tck;

  opens org.educationcities.tck to
      org.junit.platform.commons;
}
