package org.educationcities.circle;

import java.util.List;
import java.util.Objects;
import org.educationcities.collaboration.Home;
import org.educationcities.profile.Party;

/**
 * A class of a school with its grade, for what happens across classes.
 *
 * @param home the class
 * @param gradeLevel 0 for kindergarten, else the number of the school year
 * @param learners who learns in it
 */
public record SchoolClass(Home home, int gradeLevel, List<ProfiledParty> learners) {
  /** A class whose learners are at home in it. */
  public SchoolClass {
    Objects.requireNonNull(home, "home");
    learners = List.copyOf(learners);
    if (home.classroom().isEmpty()) {
      throw new IllegalArgumentException("A class is at home in a classroom.");
    }
    for (ProfiledParty learner : learners) {
      ProfiledParty.require(learner, Party.Kind.LEARNER);
      if (!learner.home().equals(home)) {
        throw new IllegalArgumentException(
            "Learner '" + learner.id() + "' is at home in another class.");
      }
    }
  }

  /** Without the learners. */
  @Override
  public String toString() {
    return "SchoolClass[" + home.classroom().orElseThrow() + "]";
  }
}
