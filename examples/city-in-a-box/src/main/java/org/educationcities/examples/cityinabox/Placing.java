package org.educationcities.examples.cityinabox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Confirmations;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.Term;
import org.educationcities.round.Placement;
import org.educationcities.round.Round;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.Relation;

/** From a published round to confirmed placements: proposals, answers, clearance. */
final class Placing {
  private static final Actor LEAD = new Actor("safeguarding-lead", Role.SAFEGUARDING_LEAD);

  private final EducationCities cities;
  private final CityData data;
  private final Term term;
  private final PlayedAnswers answers;
  private final Clock clock;
  private final Progress progress;

  Placing(
      EducationCities cities,
      CityData data,
      Term term,
      PlayedAnswers answers,
      Clock clock,
      Progress progress) {
    this.cities = cities;
    this.data = data;
    this.term = term;
    this.answers = answers;
    this.clock = clock;
    this.progress = progress;
  }

  List<Collaboration> run(Round round, List<Placement> placements) {
    String origin = round.id().value();
    progress.tell("opening places, with a sample policy, vettings and agreements");
    openPlaces();
    // What time alone has brought about since an earlier run.
    cities.collaborations().sweep(Job.SYSTEM);
    progress.tell("proposing " + placements.size() + " placements");
    cities
        .placements()
        .proposeAll(
            Job.SYSTEM,
            placements.stream()
                .map(each -> new Proposal(each.learner(), each.opportunity(), origin))
                .toList());
    progress.tell("playing the families' answers");
    answer(cities.collaborations().ofOrigin(origin));
    progress.tell("clearing and confirming");
    List<CollaborationId> accepted = in(CollaborationState.ACCEPTED, origin);
    Confirmations.Report report = cities.confirmations().confirmAll(Job.SYSTEM, accepted);
    Map<String, Integer> reasons = new TreeMap<>();
    report
        .refused()
        .values()
        .forEach(each -> each.forEach(reason -> reasons.merge(reason, 1, Integer::sum)));
    progress.tell(
        report.confirmed().size() + " confirmed, " + report.refused().size() + " not: " + reasons);
    if (!LocalDate.now(clock).isBefore(term.first())) {
      cities
          .collaborations()
          .moveAll(
              Job.SYSTEM, in(CollaborationState.CONFIRMED, origin), CollaborationState.RUNNING);
    }
    return cities.collaborations().ofOrigin(origin);
  }

  private void openPlaces() {
    if (cities.safeguarding().policy().isEmpty()) {
      Instant since = term.first().minusDays(364).atStartOfDay().toInstant(ZoneOffset.UTC);
      cities.safeguarding().install(LEAD, SafeguardingPolicy.sample(since));
    }
    LocalDate checked = term.first().minusDays(200);
    List<Vetting> vettings = new ArrayList<>();
    data.roster()
        .adults()
        .forEach(
            each ->
                vettings.add(
                    new Vetting(
                        each.id(),
                        "cleared",
                        answers.isVetted(each.id())
                            ? Vetting.Decision.CLEARED
                            : Vetting.Decision.NONE,
                        checked,
                        LEAD.id())));
    cities.safeguarding().vet(LEAD, vettings);
    TreeSet<String> providers = new TreeSet<>();
    data.opportunities().forEach(each -> providers.add(each.providerId().value()));
    cities
        .safeguarding()
        .agree(
            LEAD,
            providers.stream()
                .filter(answers::hasAgreed)
                .map(each -> new ProviderAgreement(each, checked, term.last()))
                .toList());
    cities.placements().open(Job.SYSTEM, Mentoring.of(data));
  }

  private void answer(List<Collaboration> proposed) {
    Map<String, String> guardians = guardians();
    List<CollaborationId> yes = new ArrayList<>();
    Map<LearnerId, Permission> permissions = new HashMap<>();
    for (Collaboration each : proposed) {
      LearnerId learner = each.learners().get(0);
      PlayedAnswers.Answer answer = answers.toProposal(learner);
      if (answer == PlayedAnswers.Answer.NO && each.state() == CollaborationState.PROPOSED) {
        cities.collaborations().decline(Job.SYSTEM, each.id());
      }
      if (answer != PlayedAnswers.Answer.YES) {
        continue;
      }
      if (each.state() == CollaborationState.PROPOSED) {
        yes.add(each.id());
      }
      String guardian = guardians.get(learner.value());
      if (guardian != null && answers.givesPermission(learner)) {
        permissions.put(
            learner,
            new Permission(
                each.opportunity().orElseThrow().value(), guardian, term.first(), term.last()));
      }
    }
    cities.safeguarding().permitAll(Job.SYSTEM, permissions);
    cities.collaborations().moveAll(Job.SYSTEM, yes, CollaborationState.ACCEPTED);
  }

  /** One guardian for each learner who may permit. */
  private Map<String, String> guardians() {
    Map<String, String> guardians = new TreeMap<>();
    for (GuardianRecord guardian : data.roster().guardians()) {
      for (Relation relation : guardian.relations()) {
        if (relation.mayPermit()) {
          guardians.merge(
              relation.learnerId(), guardian.id(), (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
      }
    }
    return guardians;
  }

  private List<CollaborationId> in(CollaborationState state, String origin) {
    return cities.collaborations().ofOrigin(origin).stream()
        .filter(each -> each.state() == state)
        .map(Collaboration::id)
        .toList();
  }
}
