package org.educationcities.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What members, wishes, problems, scores and plans are, and what they refuse. */
class TeamTypesTest {

  private static void refused(ThrowingCallable made, String told) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told)
        .hasMessageContaining("\nMaybe ");
  }

  private static TeamMember member(String id) {
    return new TeamMember(id, Map.of(), Map.of());
  }

  private static TeamProblem.Builder builder(int members) {
    TeamProblem.Builder builder = TeamProblem.builder().topics(Set.of("t"));
    IntStream.range(0, members).forEach(i -> builder.member(member("m" + i)));
    return builder;
  }

  @Test
  void aMemberHasLevelsWithinTheirRanges() {
    TeamMember one = new TeamMember("a", Map.of("s", 0, "t", 4), Map.of("s", 1, "t", 4));

    assertThat(one.proficiencyIn("t")).isEqualTo(4);
    assertThat(one.proficiencyIn("u")).isZero();
    assertThat(one.importanceOf("t")).isEqualTo(4);
    assertThat(one.importanceOf("u")).isEqualTo(1);
    assertThat(one).hasToString("TeamMember[a]");
    assertThat(one.proficiency().keySet()).containsExactly("s", "t");
    refused(() -> member(" "), "id is blank");
    refused(() -> new TeamMember("a", Map.of("t", -1), Map.of()), "proficiency is -1 in topic t");
    refused(() -> new TeamMember("a", Map.of("t", 5), Map.of()), "proficiency is 5 in topic t");
    refused(() -> new TeamMember("a", Map.of(), Map.of("t", 0)), "growth area is 0 in topic t");
    refused(() -> new TeamMember("a", Map.of(), Map.of("t", 5)), "growth area is 5 in topic t");
  }

  @Test
  void aLessonLeadsUp() {
    assertThat(new Lesson("a", "b", "t", 0, 1).to()).isEqualTo(1);
    assertThat(new Lesson("a", "b", "t", 3, 4).from()).isEqualTo(3);
    refused(() -> new Lesson("a", "b", "t", -1, 1), "from -1 to 1");
    refused(() -> new Lesson("a", "b", "t", 1, 1), "from 1 to 1");
    refused(() -> new Lesson("a", "b", "t", 3, 5), "from 3 to 5");
  }

  @Test
  void aWishNamesTheLesserFirst() {
    assertThat(TeamWish.apart("b", "a")).isEqualTo(TeamWish.apart("a", "b"));
    assertThat(TeamWish.apart("b", "a").first()).isEqualTo("a");
    assertThat(TeamWish.apart("b", "a").second()).isEqualTo("b");
    assertThat(TeamWish.together("a", "b").firm().strength()).isEqualTo(TeamWish.Strength.FIRM);
    refused(() -> TeamWish.together("a", "a"), "names a twice");
  }

  @Test
  void aClassHasTwoToSixtyMembersInSizesOfTwoOrMore() {
    List<Integer> thirties = List.of(30, 30);
    assertThat(builder(60).sizes(thirties).build().members()).hasSize(60);
    assertThat(builder(2).sizes(List.of(2)).teachingFrom(1).build().teachingFrom()).isEqualTo(1);
    assertThat(builder(2).sizes(List.of(2)).teachingFrom(4).build().teachingFrom()).isEqualTo(4);
    assertThat(builder(4).sizes(List.of(4)).sizes(List.of(2, 2)).build().sizes())
        .containsExactly(2, 2);
    refused(() -> builder(61).sizes(List.of(31, 30)).build(), "61 members");
    refused(() -> builder(1).sizes(List.of(1)).build(), "1 members");
    refused(() -> builder(4).sizes(List.of(3, 1)).build(), "[3, 1]");
    refused(() -> builder(4).sizes(List.of(2)).build(), "[2]");
    refused(() -> builder(2).sizes(List.of(2)).teachingFrom(0).build(), "proficiency 0");
    refused(() -> builder(2).sizes(List.of(2)).teachingFrom(5).build(), "proficiency 5");
    refused(() -> builder(2).members(List.of(member("m0"))), "m0 is there twice");
    TeamWish first = TeamWish.apart("a", "m0");
    TeamWish second = TeamWish.apart("m0", "z");
    refused(() -> builder(2).sizes(List.of(2)).wish(first).build(), "names a,");
    refused(() -> builder(2).sizes(List.of(2)).wish(second).build(), "names z,");
  }

  @Test
  void wishesComeOnceFirmOnesFirst() {
    TeamWish firm = TeamWish.apart("m0", "m1").firm();
    TeamWish soft = TeamWish.together("m0", "m1");
    TeamProblem problem =
        builder(2).sizes(List.of(2)).wish(soft).wish(firm).wish(soft).wish(firm).build();

    assertThat(problem.wishes()).containsExactly(firm, soft);
  }

  @Test
  void sizesOfAboutAreAskedForWithTwoOrMore() {
    refused(() -> TeamProblem.sizesOfAbout(1, 2), "1 members");
    refused(() -> TeamProblem.sizesOfAbout(4, 1), "about 1");
    assertThat(TeamProblem.sizesOfAbout(2, 2)).containsExactly(2);
    assertThat(TeamProblem.sizesOfAbout(10, 4)).containsExactly(4, 3, 3);
  }

  @Test
  void scoresCompareInTheOrderOfTheirParts() {
    List<TeamScore> rising =
        List.of(
            new TeamScore(1, 9, 0, List.of(1000), 99),
            new TeamScore(0, 3, 0, List.of(1000), 99),
            new TeamScore(0, 4, 1, List.of(1000), 99),
            new TeamScore(0, 4, 0, List.of(10, 20), 99),
            new TeamScore(0, 4, 0, List.of(10, 21), 1),
            new TeamScore(0, 4, 0, List.of(11, 11), 1),
            new TeamScore(0, 4, 0, List.of(11, 11), 2));
    for (int a = 0; a < rising.size(); a++) {
      for (int b = 0; b < rising.size(); b++) {
        assertThat(Integer.signum(rising.get(a).compareTo(rising.get(b))))
            .isEqualTo(Integer.compare(a, b));
      }
    }
    assertThat(rising.get(3).least()).isEqualTo(10);
    assertThat(rising.get(3).meanPerMille()).isEqualTo(15);
    TeamScore none = new TeamScore(0, 0, 0, List.of(), 0);
    assertThat(none.least()).isZero();
    assertThat(none.meanPerMille()).isZero();
    assertThat(new TeamScore(0, 0, 0, List.of(5, 5), 0).least()).isEqualTo(5);
    refused(() -> new TeamScore(0, 0, 0, List.of(1, 3, 2), 0), "position 2");
  }

  @Test
  void aValueHoldsThreeCountsInOneNumber() {
    for (int[] counts : new int[][] {{0, 0, 0}, {3, 0, 0}, {0, 60, 0}, {0, 0, 7}, {5, 59, 8}}) {
      long head = TeamValue.head(2 * counts[0], counts[1], 2 * counts[2]);
      assertThat(new TeamValue(head, new int[] {4}, 6).score())
          .isEqualTo(new TeamScore(counts[0], counts[1], counts[2], List.of(4), 6));
    }
    TeamValue one = new TeamValue(TeamValue.head(0, 1, 2), new int[] {1, 5, 5}, 3);
    TeamValue other = new TeamValue(TeamValue.head(2, 2, 0), new int[] {0, 5, 9}, 4);
    assertThat(one.plus(other).score())
        .isEqualTo(new TeamScore(1, 3, 1, List.of(0, 1, 5, 5, 5, 9), 7));
    assertThat(one).isGreaterThan(other).isNotEqualTo(other).isEqualTo(TeamValue.NONE.plus(one));
    assertThat(one).hasSameHashCodeAs(TeamValue.NONE.plus(one));
    assertThat(one.hashCode()).isNotEqualTo(other.hashCode());
  }

  @Test
  void aPlanIsProvenBestWhereItIsExactOrReachesItsBound() {
    TeamScore score = new TeamScore(0, 2, 0, List.of(5, 6), 3);
    TeamScore above = new TeamScore(0, 2, 0, List.of(5, 7), 3);
    TeamScore higher = new TeamScore(0, 2, 0, List.of(6, 6), 3);

    assertThat(plan(TeamPlan.Method.SEARCHED, score, score).isProvenBest()).isTrue();
    assertThat(plan(TeamPlan.Method.SEARCHED, score, above).isProvenBest()).isFalse();
    assertThat(plan(TeamPlan.Method.EXACT, score, above).isProvenBest()).isTrue();
    assertThat(plan(TeamPlan.Method.SEARCHED, score, above).isLeastServedProvenBest()).isTrue();
    assertThat(plan(TeamPlan.Method.SEARCHED, score, higher).isLeastServedProvenBest()).isFalse();
  }

  private static TeamPlan plan(TeamPlan.Method method, TeamScore score, TeamScore bound) {
    return new TeamPlan(method, List.of(), List.of(), List.of(), List.of(), score, bound);
  }

  @Test
  void twoGroupsToPairAreWithinTheirRanges() {
    List<TeamMember> most =
        IntStream.range(0, PairProblem.MOST_MEMBERS).mapToObj(i -> member("m" + i)).toList();
    List<TeamMember> tooMany =
        IntStream.rangeClosed(0, PairProblem.MOST_MEMBERS).mapToObj(i -> member("m" + i)).toList();
    List<TeamWish> together = List.of(TeamWish.together("a", "b"));

    assertThat(new PairProblem(most, List.of(), 1, List.of()).first()).hasSize(2000);
    assertThat(new PairProblem(List.of(member("b"), member("a")), List.of(), 4, List.of()).first())
        .extracting(TeamMember::id)
        .containsExactly("a", "b");
    refused(() -> new PairProblem(tooMany, List.of(), 1, List.of()), "2001 members");
    refused(() -> new PairProblem(List.of(), List.of(), 0, List.of()), "proficiency 0");
    refused(() -> new PairProblem(List.of(), List.of(), 5, List.of()), "proficiency 5");
    refused(() -> new PairProblem(List.of(), List.of(), 2, together), "to be together");
    refused(
        () -> new PairProblem(Collections.nCopies(2, member("a")), List.of(), 2, List.of()),
        "a is there twice");
  }
}
