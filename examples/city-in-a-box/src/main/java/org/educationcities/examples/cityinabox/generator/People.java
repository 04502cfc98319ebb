package org.educationcities.examples.cityinabox.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.educationcities.profile.Party;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.SchoolRecord;

/** Every person: classes with learners, educators, guardians. None of them has a name. */
final class People {
  private static final int CLASS_SIZE = 25;

  private final CityDraft draft;
  private final Interests interests;

  private People(CityDraft draft, Interests interests) {
    this.draft = draft;
    this.interests = interests;
  }

  static void into(CityDraft draft, Interests interests) {
    new People(draft, interests).fill();
  }

  private void fill() {
    int classes = Math.max(2, Math.round((float) draft.learnerCount / CLASS_SIZE));
    // Two or three classes a school, so that classes and ages of one school can meet.
    int schools = Math.max(1, Math.min(draft.schools.size(), classes / 2));
    List<SchoolRecord> shuffled = new ArrayList<>(draft.schools);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      SchoolRecord other = shuffled.set(draft.random.nextInt(i + 1), shuffled.get(i));
      shuffled.set(i, other);
    }
    int left = draft.learnerCount;
    for (int i = 0; i < classes && left > 0; i++) {
      SchoolRecord school = shuffled.get(i % schools);
      int nth = i / schools;
      int even = left / (classes - i);
      int size = i == classes - 1 ? left : Math.min(left, Math.max(2, even + draft.between(-3, 3)));
      classroom(school, nth, size);
      left -= size;
    }
  }

  private void classroom(SchoolRecord school, int nth, int size) {
    List<String> grades = school.grades();
    // One class of the younger, one of the older, then whichever.
    String grade =
        switch (nth) {
          case 0 -> grades.get(draft.random.nextInt(grades.size() / 2));
          case 1 -> grades.get(draft.random.nextInt(grades.size() / 2, grades.size()));
          default -> draft.oneOf(grades);
        };
    String id = draft.ids.next("class");
    Set<String> learners = new LinkedHashSet<>();
    for (int i = 0; i < size; i++) {
      learners.add(learner(school, Integer.parseInt(grade)));
    }
    Set<String> educators = new LinkedHashSet<>();
    for (int i = 0; i < 2; i++) {
      educators.add(educator(school));
    }
    draft.classes.add(
        ClassRecord.builder(id, school.id())
            .title("Class " + grade + "-" + (nth + 1))
            .grade(grade)
            .learnerIds(learners)
            .educatorIds(educators)
            .build());
    draft.know(new Party(Party.Kind.CLASSROOM, id), interests.whole(draft.random));
  }

  private String learner(SchoolRecord school, int grade) {
    String id = draft.ids.next("learner");
    List<String> languages = languages(school.languages().get(0), grade);
    // Six in the calendar year that first grade begins in.
    LocalDate birth =
        LocalDate.of(2026 - 6 - (grade - 1), 1, 1).plusDays(draft.random.nextInt(365));
    Set<String> arrangements =
        draft.percent(3)
            ? Set.of(
                draft.oneOf(List.of("wheelchair", "hearing-loop", "quiet-space", "large-print")))
            : Set.of();
    draft.learners.add(
        LearnerRecord.builder(id, draft.city.id())
            .schoolId(school.id())
            .grade(grade < 10 ? "0" + grade : "" + grade)
            .birthDate(birth)
            .languages(languages)
            .arrangements(arrangements)
            .build());
    if (!draft.percent(2)) { // Of some nothing is known, and nothing is guessed.
      draft.know(new Party(Party.Kind.LEARNER, id), interests.learner(draft.random, grade));
    }
    guardians(id, languages);
    return id;
  }

  private void guardians(String learner, List<String> languages) {
    int count = draft.percent(55) ? 2 : 1;
    for (int i = 0; i < count; i++) {
      draft.guardians.add(
          GuardianRecord.builder(draft.ids.next("guardian"))
              .relations(List.of(new Relation(learner, true, null, null)))
              .languages(List.of(languages.get(0)))
              .build());
    }
  }

  private String educator(SchoolRecord school) {
    String id = draft.ids.next("educator");
    draft.adults.add(
        AdultRecord.builder(id)
            .schoolId(school.id())
            .educator(true)
            .languages(languages(school.languages().get(0), 12))
            .build());
    draft.know(new Party(Party.Kind.ADULT, id), interests.adult(draft.random));
    return id;
  }

  /** The language of the school, and others as they come with the years. */
  private List<String> languages(String main, int grade) {
    List<String> languages = new ArrayList<>(List.of(main));
    switch (main) {
      case "he" -> {
        add(languages, "en", 8 * grade);
        add(languages, "ar", 6);
      }
      case "ar" -> {
        add(languages, "he", 15 + 6 * grade);
        add(languages, "en", 7 * grade);
      }
      default -> {
        add(languages, "es", 12);
        add(languages, "zh", 6);
        add(languages, "vi", 4);
        add(languages, "so", 3);
      }
    }
    return languages;
  }

  private void add(List<String> languages, String language, int percent) {
    if (draft.percent(Math.min(95, percent))) {
      languages.add(language);
    }
  }
}
