/** HSDS 3.x (Open Referral), JSON and CSV data package, in, and the data package out. */
module org.educationcities.hsds {
  requires static org.jspecify;
  requires transitive org.educationcities;
  requires com.google.common;
  requires com.fasterxml.jackson.core;

  exports org.educationcities.hsds;
}
