/** One self-contained HTML report for the public, and the planner's view in a file of its own. */
module org.educationcities.report {
  requires static org.jspecify;
  requires transitive org.educationcities;

  exports org.educationcities.report;
}
