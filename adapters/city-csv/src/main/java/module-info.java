/** The city's own CSV in and out, and the allocation out. */
module org.educationcities.citycsv {
  requires static org.jspecify;
  requires transitive org.educationcities;
  requires com.google.common;
  requires com.fasterxml.jackson.core;

  exports org.educationcities.citycsv;
}
