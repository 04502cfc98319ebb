package org.educationcities.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Part;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Party.Kind;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.TermId;
import org.junit.jupiter.api.Test;

/** The city circle: partnerships and innovation labs. */
class CityCircleTest extends Circles {
  private static final Challenge CHALLENGE =
      new Challenge(new CityId("hadera"), topic("gardening"), new Importance(4));

  @Test
  void aBondGrowsOutOfPlacementsOverTermsAndTheOthersGetAnIdea() {
    ProfiledParty one = party(Kind.SCHOOL, "s1", school("s1"), wants("theatre", 4).profile());
    ProfiledParty other = party(Kind.SCHOOL, "s2", school("s2"), wants("chess", 4).profile());
    ProfiledParty alone = party(Kind.SCHOOL, "s3", school("s3"), wants("fractions", 4).profile());
    ProfiledParty theatre =
        party(Kind.PROVIDER, "stage", city("IL", "hadera"), can("theatre", 4).profile());
    ProfiledParty club =
        party(Kind.PROVIDER, "club", city("IL", "hadera"), can("chess", 3).profile());
    List<SchoolPlacement> placements = new ArrayList<>();
    for (String term : List.of("t1", "t2")) {
      for (String learner : List.of("a", "b", "a")) {
        placements.add(placement(learner, "s1", "stage", term));
      }
      placements.add(placement("c", "s2", "stage", term));
    }

    Partnerships.Result result =
        Partnerships.compose(
            List.of(one, other, alone),
            List.of(theatre, club),
            placements,
            new Partnerships.BondRule(2, 2),
            FORMULA,
            OCCASION);

    assertThat(result.bonds()).hasSize(1);
    Partnerships.Bond bond = result.bonds().get(0);
    assertThat(bond.learnersByTerm()).isEqualTo(Map.of("t1", 2, "t2", 2));
    assertThat(bond.affinity().points()).isPositive();
    assertThat(bond.proposal().circle()).isEqualTo(Circle.CITY);
    assertThat(result.ideas())
        .extracting(each -> each.school() + ">" + each.provider())
        .containsExactly("s2>club");
    assertThat(result.left()).containsExactly(new SchoolId("s3"));
  }

  @Test
  void aLabGathersWhoServesTheChallengeWithAProviderAndGoesThroughFiveStages() {
    ProfiledParty hadera =
        party(Kind.CITY, "hadera", city("IL", "hadera"), wants("gardening", 4).profile());
    List<ProfiledParty> learners =
        List.of(
            party(Kind.LEARNER, "a", classroom("s1", "7a"), can("gardening", 3).profile()),
            party(Kind.LEARNER, "b", classroom("s2", "8b"), can("gardening", 2).profile()),
            party(Kind.LEARNER, "c", classroom("s1", "7a"), can("chess", 4).profile()));
    ProfiledParty nursery =
        party(Kind.PROVIDER, "nursery", city("IL", "hadera"), can("gardening", 4).profile());

    InnovationLabs.Result result =
        new InnovationLabs(TAXONOMY, AffinityRule.STANDARD, 2, 5)
            .compose(hadera, learners, List.of(nursery), List.of(), 3, OCCASION);

    InnovationLabs.Proposed lab = result.labs().get(0);
    assertThat(lab.proposal().withPart(Part.WORKS_ON_IT))
        .extracting(Party::id)
        .containsExactly("a", "b");
    assertThat(lab.proposal().circle()).isEqualTo(Circle.CITY);
    assertThat(InnovationLab.of(lab.proposal().attributes())).isEqualTo(lab.lab());
    assertThat(through(lab.lab()).isFinished()).isTrue();
  }

  @Test
  void withoutAProviderOrAGroupAChallengeIsLeft() {
    ProfiledParty hadera =
        party(Kind.CITY, "hadera", city("IL", "hadera"), wants("gardening", 4).profile());
    InnovationLabs.Result result =
        new InnovationLabs(TAXONOMY, AffinityRule.STANDARD, 2, 5)
            .compose(hadera, List.of(), List.of(), List.of(), 3, OCCASION);
    assertThat(result.labs()).isEmpty();
    assertThat(result.left()).containsExactly(CHALLENGE);
  }

  @Test
  void everyStageOpensWithWhatTheOneBeforeLeavesBehind() {
    LabStage[] stages = LabStage.values();
    for (int i = 0; i < stages.length; i++) {
      assertThat(stages[i].closesWith()).containsAll(stages[i].leaves());
      assertThat(stages[i].leaves()).isNotEmpty();
      if (i > 0) {
        assertThat(stages[i].opensWith()).isEqualTo(stages[i - 1].leaves());
      }
    }
    assertThat(LabStage.LEARN.closesWith())
        .contains(LabEvidence.OWN_EXPERIENCE, LabEvidence.COLLEAGUES, LabEvidence.WORLD);
  }

  @Property(tries = 500)
  void noSequenceOfMovesBreaksALab(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LabEvidence> all = List.of(LabEvidence.values());
    InnovationLab lab = InnovationLab.open(CHALLENGE);
    for (int move = 0; move < 60; move++) {
      LabEvidence evidence = all.get(random.nextInt(all.size()));
      InnovationLab before = lab;
      LabStage stage = lab.stage().orElse(null);
      switch (random.nextInt(8)) {
        case 0 -> {
          boolean legal = stage != null && lab.missing().isEmpty();
          lab = legal ? lab.close() : refused(lab, before::close);
          assertThat(legal && lab.stage().equals(before.stage())).isFalse();
        }
        case 1 -> {
          boolean legal = stage != null && stage.back().isPresent();
          lab = legal ? lab.goBack() : refused(lab, before::goBack);
        }
        default -> {
          boolean legal = stage != null && stage.closesWith().contains(evidence);
          lab = legal ? lab.bring(evidence) : refused(lab, () -> before.bring(evidence));
        }
      }
      // What opens the stage is there, and nothing of later stages is.
      LabStage now = lab.stage().orElse(null);
      for (LabStage each : LabStage.values()) {
        if (now == null || each.compareTo(now) < 0) {
          assertThat(lab.evidence()).containsAll(each.closesWith());
        } else if (each.compareTo(now) > 0) {
          assertThat(lab.evidence()).doesNotContainAnyElementsOf(each.closesWith());
        }
      }
      assertThat(InnovationLab.of(lab.attributes())).isEqualTo(lab);
    }
  }

  private static InnovationLab refused(InnovationLab lab, Runnable move) {
    assertThatThrownBy(move::run).isInstanceOf(IllegalLabMoveException.class);
    return lab;
  }

  static InnovationLab through(InnovationLab lab) {
    InnovationLab now = lab;
    while (!now.isFinished()) {
      for (LabEvidence each : now.missing()) {
        now = now.bring(each);
      }
      now = now.close();
    }
    return now;
  }

  private static SchoolPlacement placement(
      String learner, String school, String provider, String term) {
    return new SchoolPlacement(
        new LearnerId(learner), new SchoolId(school), new ProviderId(provider), new TermId(term));
  }
}
