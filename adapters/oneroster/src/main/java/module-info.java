/** OneRoster 1.1 and 1.2 CSV, folder or zip, in and out. */
module org.educationcities.oneroster {
  requires static org.jspecify;
  requires transitive org.educationcities;
  requires com.google.common;

  exports org.educationcities.oneroster;
}
