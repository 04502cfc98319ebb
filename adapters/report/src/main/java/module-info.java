/** One self-contained HTML report for the public, and the planner's view in a file of its own. */
module org.educationcities.report {
  requires static org.jspecify;
  // For the annotation that the template engine puts on the classes it makes.
  requires static java.compiler;
  requires transitive org.educationcities;
  requires com.google.common;
  requires gg.jte.runtime;

  exports org.educationcities.report;
}
