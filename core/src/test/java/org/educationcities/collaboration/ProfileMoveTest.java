package org.educationcities.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;

/** The laws of how reflections move a profile: stated, bounded, reversible. */
class ProfileMoveTest {
  private static final List<String> TOPICS = List.of("theatre", "music", "football", "nature");
  private static final CollaborationId ID = new CollaborationId("c-1");

  @Property(tries = 500)
  void isBoundedToOneLevelInTheTopicsOfTheGoals(
      @ForAll("profiles") Profile before,
      @ForAll("goals") List<Goal> goals,
      @ForAll @IntRange(min = 0, max = 20) int hours,
      @ForAll("reflections") List<Reflection> reflections) {
    Profile after = move(before, goals, hours, reflections).madeIn(before);

    Set<TopicId> aimedAt = Set.copyOf(goals.stream().map(Goal::topic).toList());
    for (String each : TOPICS) {
      TopicId topic = new TopicId(each);
      int rise = after.proficiencyIn(topic).level() - before.proficiencyIn(topic).level();
      assertThat(rise).isBetween(0, aimedAt.contains(topic) ? 1 : 0);
      if (rise > 0) {
        assertThat(after.proficiencyIn(topic).level())
            .isLessThanOrEqualTo(Proficiency.STRONG.level());
      }
    }
    assertThat(after.growthAreas()).hasSameSizeAs(before.growthAreas());
  }

  @Property(tries = 500)
  void movesNothingWithoutHoursOrWhereOneSideFoundItIrrelevant(
      @ForAll("profiles") Profile before,
      @ForAll("goals") List<Goal> goals,
      @ForAll @IntRange(min = 0, max = 20) int hours,
      @ForAll("reflections") List<Reflection> reflections) {
    boolean relevant =
        reflections.size() == 2 && reflections.stream().allMatch(each -> each.relevant() >= 3);
    if (hours < 4 || !relevant) {
      assertThat(move(before, goals, hours, reflections).madeIn(before)).isEqualTo(before);
    }
  }

  @Property(tries = 500)
  void takenBackGivesWhatWasThere(
      @ForAll("profiles") Profile before,
      @ForAll("goals") List<Goal> goals,
      @ForAll("reflections") List<Reflection> reflections) {
    ProfileMove move = move(before, goals, 10, reflections);
    assertThat(move.takenBackIn(move.madeIn(before))).isEqualTo(before);
  }

  @Property(tries = 200)
  void takenBackLeavesAloneWhatMovedSince(
      @ForAll("profiles") Profile before, @ForAll("goals") List<Goal> goals) {
    List<Reflection> good =
        List.of(new Reflection(Side.LEARNER, 5, 5, 5), new Reflection(Side.PROVIDER, 5, 5, 5));
    ProfileMove move = move(before, goals, 10, good);
    Profile.Builder later = move.madeIn(before).toBuilder();
    TOPICS.forEach(each -> later.strength(new TopicId(each), Proficiency.COULD_TEACH));
    assertThat(move.takenBackIn(later.build())).isEqualTo(later.build());
  }

  private static ProfileMove move(
      Profile before, List<Goal> goals, int hours, List<Reflection> reflections) {
    return ProfileMove.of(ID, "learner-1", goals, Duration.ofHours(hours), reflections, before);
  }

  @Provide
  Arbitrary<Profile> profiles() {
    Arbitrary<Integer> level = Arbitraries.integers().between(0, 4);
    return Combinators.combine(level.list().ofSize(4), level.list().ofSize(4))
        .as(
            (strengths, importances) -> {
              Profile.Builder profile = Profile.builder();
              for (int i = 0; i < TOPICS.size(); i++) {
                TopicId topic = new TopicId(TOPICS.get(i));
                profile.strength(topic, Proficiency.of(strengths.get(i)));
                if (importances.get(i) > 0) {
                  profile.growthArea(topic, new Importance(importances.get(i)));
                }
              }
              return profile.build();
            });
  }

  @Provide
  Arbitrary<List<Goal>> goals() {
    return Arbitraries.of(TOPICS)
        .map(each -> Goal.of(new TopicId(each), "", 1))
        .list()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Reflection>> reflections() {
    Arbitrary<Integer> answer = Arbitraries.integers().between(1, 5);
    return Combinators.combine(answer, answer, Arbitraries.of(true, false))
        .as(
            (learner, provider, both) ->
                both
                    ? List.of(
                        new Reflection(Side.LEARNER, learner, 3, 3),
                        new Reflection(Side.PROVIDER, provider, 3, 3))
                    : List.of(new Reflection(Side.LEARNER, learner, 3, 3)));
  }
}
