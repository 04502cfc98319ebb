package org.educationcities.registry;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.educationcities.people.Person;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Personal;
import org.educationcities.profile.Quest;
import org.educationcities.profile.Topic;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Term;

/** The kinds of what the library knows besides the roster. */
final class KnowledgeKinds {
  private static final String AS_LONG_AS_THEY =
      "it is what is true of somebody now, theirs to change: it stays until they are erased";

  static final Kind<KnownProfile> PROFILE =
      Kind.named(
              "profile",
              Codec.json(ProfileDocument.class, ProfileDocument::of, ProfileDocument::toProfile),
              (KnownProfile each) -> Profiles.id(each.party()))
          .text("kind", each -> each.party().kind().name())
          .personal(Personal.ofMaybe(each -> each.party().person()))
          .untimed(AS_LONG_AS_THEY)
          .build();

  static final Kind<Quest> QUEST =
      Kind.named("quest", Codec.json(Quest.class), (Quest each) -> each.id().value())
          .text("learner", each -> each.learner().value())
          .personal(Personal.of(each -> Person.of(each.learner())))
          .untimed(AS_LONG_AS_THEY)
          .build();

  static final Kind<WishList> WISHES =
      Kind.named("wishes", Codec.json(WishList.class), (WishList each) -> each.learner().value())
          .personal(Personal.of(each -> Person.of(each.learner())))
          .untimed(AS_LONG_AS_THEY)
          .build();

  static final Kind<Topic> TOPIC =
      Kind.named("topic", Codec.json(Topic.class), (Topic each) -> each.id().value())
          .impersonal()
          .build();

  static final Kind<Term> TERM =
      Kind.named("term", Codec.json(Term.class), (Term each) -> each.id().value())
          .impersonal()
          .build();

  static final Kind<CityCalendar> CALENDAR =
      Kind.named(
              "calendar",
              Codec.json(CityCalendar.class),
              (CityCalendar each) -> each.city().value())
          .impersonal()
          .build();

  static final Kind<Opportunity> OPPORTUNITY =
      Kind.named(
              "opportunity",
              Codec.json(
                  OpportunityDocument.class,
                  OpportunityDocument::of,
                  OpportunityDocument::toOpportunity),
              (Opportunity each) -> each.id().value())
          .text("city", each -> each.cityId().value())
          .text("term", each -> each.termId().value())
          .text("resource", each -> each.resourceId().value())
          .impersonal()
          .build();

  /** Never over: what was stopped stays so as long as the learner is known. */
  static final Kind<LegalBasis> BASIS =
      Kind.named(
              "legal-basis",
              Codec.json(LegalBasis.class),
              (LegalBasis each) -> LegalBases.id(each.learner(), each.purpose()))
          .personal(BasisPeople.INSTANCE)
          .untimed(
              "what was stopped stays so: a stop that is removed would start the purpose again")
          .build();

  static final List<Kind<?>> ALL =
      ImmutableList.of(PROFILE, QUEST, WISHES, TOPIC, TERM, CALENDAR, OPPORTUNITY, BASIS);

  private KnowledgeKinds() {}
}
