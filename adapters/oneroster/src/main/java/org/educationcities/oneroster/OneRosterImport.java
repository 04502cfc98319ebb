package org.educationcities.oneroster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import org.educationcities.exchange.ImportReport;
import org.educationcities.registry.Roster;
import org.educationcities.resource.Term;

/** What was read from OneRoster files. Immutable. */
public final class OneRosterImport {
  private final Roster roster;
  private final List<Term> terms;
  private final Set<String> deltaFiles;
  private final Set<String> departed;
  private final List<Enrollment> removed;
  private final ImportReport report;

  /**
   * One user in one class.
   *
   * @param classId the class
   * @param userId the user
   * @param role as the standard writes it, such as {@code student}
   */
  public record Enrollment(String classId, String userId, String role) {}

  OneRosterImport(
      Roster roster,
      List<Term> terms,
      Set<String> deltaFiles,
      Set<String> departed,
      List<Enrollment> removed,
      ImportReport report) {
    this.roster = roster;
    this.terms = ImmutableList.copyOf(terms);
    this.deltaFiles = ImmutableSet.copyOf(deltaFiles);
    this.departed = ImmutableSet.copyOf(departed);
    this.removed = ImmutableList.copyOf(removed);
    this.report = report;
  }

  /** Schools, classes, learners, guardians and adults. */
  public Roster roster() {
    return roster;
  }

  /** The academic sessions of type {@code term} and {@code semester}, by id. */
  public List<Term> terms() {
    return terms;
  }

  /**
   * The files that hold changes only, as the manifest tells ({@code delta}). Where {@code
   * enrollments.csv} is among them, the classes hold only the enrolments that were added, and are
   * not to replace those known.
   */
  public Set<String> deltaFiles() {
    return deltaFiles;
  }

  /** The ids of schools, classes and users that are {@code tobedeleted}. */
  public Set<String> departed() {
    return departed;
  }

  /** The enrolments that are {@code tobedeleted}. */
  public List<Enrollment> removedEnrollments() {
    return removed;
  }

  /** What was taken, refused and left alone. */
  public ImportReport report() {
    return report;
  }
}
