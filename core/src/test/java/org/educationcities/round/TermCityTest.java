package org.educationcities.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.Distance;
import org.educationcities.city.Names;
import org.educationcities.insight.WhatIf;
import org.educationcities.matching.Allocation;
import org.educationcities.matching.AllocationProblem;
import org.educationcities.matching.BestTotal;
import org.educationcities.people.AgeRange;
import org.educationcities.people.Learner;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.Session;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.LearnerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The default round, searched by an index, against every pair of learners and opportunities. */
class TermCityTest {
  private static final Term TERM =
      new Term(new TermId("t"), LocalDate.of(2027, 9, 1), LocalDate.of(2028, 1, 31));
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final List<TopicId> TOPICS =
      IntStream.range(0, 140).mapToObj(each -> new TopicId("t" + each)).toList();
  private static final Taxonomy TAXONOMY =
      Taxonomy.of(
          IntStream.range(0, TOPICS.size())
              .mapToObj(
                  each ->
                      new Topic(
                          TOPICS.get(each),
                          Names.of("en", "Topic " + each),
                          each == 0 ? Set.of() : Set.of(TOPICS.get((each - 1) / 3))))
              .toList());

  /** Among them where meridians meet and where longitudes jump. */
  private static final double[][] CENTRES = {
    {32, 35}, {0, 180}, {60, -179.99}, {89.95, 0}, {-89.99, 120}, {-45, 179.9}
  };

  @Test
  void findsWhatEveryPairTogetherWouldHaveFound() {
    compare(1, 10_000);
  }

  @Test
  @Tag("long")
  void findsWhatEveryPairTogetherWouldHaveFoundManyTimes() {
    compare(2, 100_000);
  }

  private static void compare(long seed, int instances) {
    SplittableRandom random = new SplittableRandom(seed);
    long placed = 0;
    for (int instance = 0; instance < instances; instance++) {
      Snapshot snapshot = snapshot(random);
      List<HardRule> rules =
          new ArrayList<>(StandardRules.all(Distance.ofKilometres(random.nextDouble(0, 12))));
      if (random.nextInt(4) == 0) {
        rules.remove(rules.size() - 1);
      }
      Eligibility eligibility = new Eligibility(rules);

      Draft draft =
          new BestTotalAllocator(1 + random.nextInt(3), Runnable::run, 1 + random.nextInt(3))
              .allocate(snapshot, eligibility, AffinityRule.STANDARD);

      AllocationProblem all = crossProduct(snapshot, eligibility);
      Allocation best = BestTotal.allocate(all);
      assertThat(draft.placements().stream().mapToLong(Placement::affinity).sum())
          .as("instance %d", instance)
          .isEqualTo(best.total());
      for (Placement each : draft.placements()) {
        int i = all.learners().indexOf(each.learner().value());
        int pair = all.pair(i, all.opportunities().indexOf(each.opportunity().value()));
        assertThat(all.affinityOf(pair)).isEqualTo(each.affinity());
      }
      assertThat(draft.prices().stream().map(PlacePrice::price))
          .as("the smallest prices of instance %d", instance)
          .containsExactlyElementsOf(
              IntStream.range(0, all.opportunityCount()).mapToObj(best::price).toList());
      AllocationProblem listed =
          TermCity.search(snapshot, eligibility, AffinityRule.STANDARD).best(20, Runnable::run, 1);
      assertThat(listed.pairCount()).as("pairs of %d", instance).isEqualTo(all.pairCount());
      placed += draft.placements().size();
      whatIf(snapshot, eligibility, draft, best, instance);
    }
    assertThat(placed).isGreaterThan(instances);
  }

  /** One offer cancelled, or with one more place, or open to all: the difference of two bests. */
  private static void whatIf(
      Snapshot now, Eligibility eligibility, Draft draft, Allocation best, int instance) {
    int j = instance % now.opportunities().size();
    TermOpportunity changed = now.opportunities().get(j);
    Opportunity.Builder offer = changed.opportunity().toBuilder();
    Snapshot then =
        switch (instance % 3) {
          case 0 -> now.without(changed.opportunity().id());
          case 1 -> with(now, changed, offer.places(changed.opportunity().places() + 1).build());
          default -> with(now, changed, offer.ages(AgeRange.ALL).languages(List.of()).build());
        };
    Draft after = new BestTotalAllocator().allocate(then, eligibility, AffinityRule.STANDARD);

    WhatIf difference = WhatIf.difference(draft, after);

    assertThat(difference.total())
        .as("what if in instance %d", instance)
        .isEqualTo(BestTotal.allocate(crossProduct(then, eligibility)).total() - best.total())
        .isEqualTo(difference.changes().stream().mapToLong(WhatIf.Change::points).sum());
    if (instance % 3 == 1) {
      assertThat(difference.total()).isEqualTo(best.price(j));
    }
  }

  private static Snapshot with(Snapshot now, TermOpportunity before, Opportunity changed) {
    return now.with(new TermOpportunity(changed, before.country(), before.sessions()));
  }

  /** By the formula that explains and the rules one by one: nothing of any index. */
  private static AllocationProblem crossProduct(Snapshot snapshot, Eligibility eligibility) {
    AffinityFormula formula = new AffinityFormula(snapshot.taxonomy(), AffinityRule.STANDARD);
    AllocationProblem.Builder builder = AllocationProblem.builder();
    for (TermOpportunity each : snapshot.opportunities()) {
      builder.opportunity(each.opportunity().id().value(), each.opportunity().places());
    }
    for (TermLearner learner : snapshot.learners()) {
      String id = learner.learner().id().value();
      builder.learner(id);
      for (TermOpportunity each : snapshot.opportunities()) {
        int points = formula.between(learner.profile(), each.opportunity().profile()).points();
        if (points > 0 && eligibility.isEligible(learner, each)) {
          builder.pair(id, each.opportunity().id().value(), points);
        }
      }
    }
    return builder.build();
  }

  private static Snapshot snapshot(SplittableRandom random) {
    double[] centre = CENTRES[random.nextInt(CENTRES.length)];
    List<TermLearner> learners = new ArrayList<>();
    int people = random.nextInt(1, 7);
    for (int i = 0; i < people; i++) {
      LearnerRecord record =
          LearnerRecord.builder("l" + i, random.nextInt(4) > 0 ? "here" : "there")
              .languages(List.of(random.nextBoolean() ? "he" : "ar"))
              .build();
      int age = random.nextInt(8, 14);
      learners.add(
          new TermLearner(
              Learner.of(record),
              profile(random, 3),
              "IL",
              new AgeRange(age, age),
              position(random, centre)));
    }
    List<TermOpportunity> offered = new ArrayList<>();
    int offers = random.nextInt(1, 6);
    for (int j = 0; j < offers; j++) {
      Opportunity opportunity =
          Opportunity.builder(new OpportunityId("o" + j))
              .resourceId(new ResourceId("r"))
              .providerId(new ProviderId("p"))
              .cityId(new CityId(random.nextInt(4) > 0 ? "here" : "there"))
              .termId(TERM.id())
              .names(Names.of("en", "Offer"))
              .schedule(
                  Schedule.once(LocalDateTime.of(2027, 10, 1, 15, 0), Duration.ofHours(1), ZONE))
              .position(position(random, centre))
              .profile(profile(random, 4))
              .places(1 + random.nextInt(2))
              .ages(new AgeRange(random.nextInt(6, 10), random.nextInt(11, 15)))
              .languages(random.nextBoolean() ? List.of() : List.of("he"))
              .openTo(random.nextBoolean() ? Circle.CITY : Circle.COUNTRY)
              .build();
      Instant start = Instant.parse("2027-10-01T15:00:00Z");
      offered.add(
          new TermOpportunity(
              opportunity,
              "IL",
              random.nextInt(9) == 0
                  ? List.of()
                  : List.of(new Session(start, start.plusSeconds(3600), ZONE))));
    }
    return new Snapshot(TERM, TAXONOMY, Instant.EPOCH, learners, offered);
  }

  /** Topics of which several have the same bit in a signature. */
  private static Profile profile(SplittableRandom random, int most) {
    Profile.Builder builder = Profile.builder();
    for (int k = 0; k < most; k++) {
      TopicId topic = TOPICS.get(random.nextInt(6) + 64 * random.nextInt(3));
      builder.atLeast(topic, new Importance(1 + random.nextInt(4)));
      Proficiency[] proficiencies = Proficiency.values();
      builder.strength(
          TOPICS.get(random.nextInt(6) + 64 * random.nextInt(2)),
          proficiencies[random.nextInt(proficiencies.length)]);
    }
    return builder.build();
  }

  private static @Nullable GeoPoint position(SplittableRandom random, double[] centre) {
    if (random.nextInt(6) == 0) {
      return null;
    }
    double latitude = centre[0] + random.nextDouble(-0.06, 0.06);
    double width = 0.06 / Math.max(0.0005, Math.cos(Math.toRadians(centre[0])));
    double longitude = centre[1] + random.nextDouble(-width, width);
    return new GeoPoint(Math.max(-90, Math.min(90, latitude)), Math.IEEEremainder(longitude, 360));
  }
}
