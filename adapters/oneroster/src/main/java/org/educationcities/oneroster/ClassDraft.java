package org.educationcities.oneroster;

import java.util.HashSet;
import java.util.Set;
import org.educationcities.spi.source.ClassRecord;
import org.jspecify.annotations.Nullable;

/** A class while its enrolments come in. */
final class ClassDraft {
  private final String id;
  private final String school;
  private final String title;
  private final Set<String> learners = new HashSet<>();
  private final Set<String> educators = new HashSet<>();
  private @Nullable String grade;

  ClassDraft(String id, String school, String title) {
    this.id = id;
    this.school = school;
    this.title = title;
  }

  void grade(String newGrade) {
    grade = newGrade;
  }

  void learner(String learner) {
    learners.add(learner);
  }

  void educator(String educator) {
    educators.add(educator);
  }

  ClassRecord record() {
    return ClassRecord.builder(id, school)
        .title(title)
        .grade(grade)
        .learnerIds(learners)
        .educatorIds(educators)
        .build();
  }
}
