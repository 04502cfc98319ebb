package org.educationcities.examples.cityinabox.picture;

import java.util.ArrayList;
import java.util.List;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Strength;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;
import org.educationcities.report.AffinityExample;
import org.educationcities.report.CertificateNote;
import org.educationcities.report.Fairness;
import org.educationcities.report.Points;
import org.educationcities.round.Placement;
import org.educationcities.round.Round;

/** How fair the round was, what proves it, and how an affinity comes about. */
final class FairnessFigures {
  private static final int BAND = 200;
  private static final int GREATEST = 1000;

  private final Outcome outcome;
  private final Lookup lookup;

  FairnessFigures(Outcome outcome, Lookup lookup) {
    this.outcome = outcome;
    this.lookup = lookup;
  }

  Fairness fairness() {
    long[] inBand = new long[GREATEST / BAND];
    for (Placement each : outcome.placements()) {
      inBand[Math.min(inBand.length - 1, each.affinity() / BAND)]++;
    }
    List<Fairness.Band> bands = new ArrayList<>();
    for (int i = 0; i < inBand.length; i++) {
      int to = i == inBand.length - 1 ? GREATEST : (i + 1) * BAND - 1;
      bands.add(new Fairness.Band(i * BAND, to, Figures.people(inBand[i])));
    }
    return new Fairness(
        outcome.round().fairnessIn(outcome.locale()), bands, List.of(), certificate());
  }

  private CertificateNote certificate() {
    Round round = outcome.round();
    boolean optimal = round.proof() == Round.Proof.OPTIMAL;
    long total = round.total();
    long most = 1000L * round.learners();
    return new CertificateNote(
        optimal,
        "the greatest total affinity, over all eligible pairs",
        "code apart from the solver (CertificateChecker), in exact arithmetic",
        Figures.about(total, round.placed()),
        Figures.about(optimal ? total : most, round.placed()));
  }

  /** A worked example with an invented learner, computed by the formula itself. */
  AffinityExample example() {
    List<Topic> topics =
        outcome.snapshot().taxonomy().topics().stream()
            .filter(each -> !each.broader().isEmpty())
            .limit(3)
            .toList();
    TopicId wanted = topics.get(0).id();
    TopicId alsoWanted = topics.get(1).id();
    TopicId known = topics.get(2).id();
    Profile learner =
        Profile.builder()
            .growthArea(wanted, Importance.GREATEST)
            .growthArea(alsoWanted, new Importance(2))
            .strength(known, Proficiency.STRONG)
            .build();
    Profile offer =
        Profile.builder()
            .strength(wanted, Proficiency.STRONG)
            .strength(alsoWanted, Proficiency.INDEPENDENT)
            .growthArea(known, new Importance(3))
            .build();
    Affinity affinity =
        new AffinityFormula(outcome.snapshot().taxonomy(), outcome.affinityRule())
            .between(learner, offer);
    return new AffinityExample(
        describe(learner), describe(offer), points(affinity, lookup), affinity.points());
  }

  /** A profile as symbols and names, which need no translation: ▲ a strength, ◎ a growth area. */
  private String describe(Profile profile) {
    List<String> parts = new ArrayList<>();
    for (Strength each : profile.strengths()) {
      parts.add("▲ " + lookup.topic(each.topic()) + " " + each.proficiency().level() + "/4");
    }
    for (GrowthArea each : profile.growthAreas()) {
      parts.add("◎ " + lookup.topic(each.topic()) + " " + each.importance().level() + "/4");
    }
    return String.join(", ", parts);
  }

  static List<Points> points(Affinity affinity, Lookup lookup) {
    return affinity.explanation().stream()
        .map(
            line ->
                new Points(
                    switch (line.source()) {
                      case LEARNER_GAIN -> Points.Side.LEARNER;
                      case CITY_GAIN -> Points.Side.CITY;
                      case CONTINUING_BOND, LEAST_SERVED, CAP -> Points.Side.BONUS;
                    },
                    line.topic().isEmpty()
                        ? line.source().name()
                        : lookup.topic(new TopicId(line.topic())),
                    line.points()))
        .toList();
  }
}
