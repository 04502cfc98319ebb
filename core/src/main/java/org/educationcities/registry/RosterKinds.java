package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.educationcities.people.Person;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Personal;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;

/** The kinds of the library's own roster. */
final class RosterKinds {
  private static final String THE_HOSTS =
      "a roster is what the host has now: it stays until the host changes it or erases the person";

  static final Kind<CityRecord> CITY =
      Kind.named(
              "city",
              Codec.json(CityDocument.class, CityDocument::of, CityDocument::toRecord),
              CityRecord::id)
          .impersonal()
          .build();

  static final Kind<SchoolRecord> SCHOOL =
      Kind.named(
              "school",
              Codec.json(SchoolDocument.class, SchoolDocument::of, SchoolDocument::toRecord),
              SchoolRecord::id)
          .text("city", SchoolRecord::cityId)
          .impersonal()
          .build();

  static final Kind<ClassRecord> CLASS =
      Kind.named(
              "class",
              Codec.json(ClassDocument.class, ClassDocument::of, ClassDocument::toRecord),
              ClassRecord::id)
          .text("school", ClassRecord::schoolId)
          .personal(RosterPeople.CLASS)
          .untimed(THE_HOSTS)
          .build();

  static final Kind<LearnerRecord> LEARNER =
      Kind.named(
              "learner",
              Codec.json(LearnerDocument.class, LearnerDocument::of, LearnerDocument::toRecord),
              LearnerRecord::id)
          .text("city", LearnerRecord::cityId)
          .optionalText("school", LearnerRecord::schoolId)
          .personal(RosterPeople.LEARNER)
          .untimed(THE_HOSTS)
          .build();

  static final Kind<GuardianRecord> GUARDIAN =
      Kind.named(
              "guardian",
              Codec.json(GuardianDocument.class, GuardianDocument::of, GuardianDocument::toRecord),
              GuardianRecord::id)
          .personal(RosterPeople.GUARDIAN)
          .untimed(THE_HOSTS)
          .build();

  static final Kind<AdultRecord> ADULT =
      Kind.named(
              "adult",
              Codec.json(AdultDocument.class, AdultDocument::of, AdultDocument::toRecord),
              AdultRecord::id)
          .optionalText("school", AdultRecord::schoolId)
          .optionalText("organization", AdultRecord::organizationId)
          .personal(Personal.of(each -> Person.adult(each.id())))
          .untimed(THE_HOSTS)
          .build();

  static final Kind<ResourceRecord> RESOURCE =
      Kind.named(
              "resource",
              Codec.json(ResourceDocument.class, ResourceDocument::of, ResourceDocument::toRecord),
              ResourceRecord::id)
          .text("city", ResourceRecord::cityId)
          .text("organization", ResourceRecord::organizationId)
          .number("untapped", each -> each.untapped() ? 1L : 0L)
          .impersonal()
          .build();

  static final List<Kind<?>> ALL =
      ImmutableList.of(CITY, SCHOOL, CLASS, LEARNER, GUARDIAN, ADULT, RESOURCE);

  private RosterKinds() {}
}
