package org.educationcities.collaboration;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import org.educationcities.Actor;
import org.educationcities.notification.Audience;
import org.educationcities.notification.QuietTimes;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Profiles;
import org.educationcities.registry.Quests;
import org.educationcities.safeguarding.ClearanceEvaluator;
import org.educationcities.safeguarding.Concerns;
import org.educationcities.safeguarding.HostCondition;
import org.educationcities.safeguarding.Overrides;
import org.educationcities.safeguarding.PersonalFields;
import org.educationcities.safeguarding.Pseudonyms;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.spi.source.HostSources;

/** The services of working relationships, composed over one store. Thread-safe. */
public final class CollaborationServices {
  private final Collaborations collaborations;
  private final Placements placements;
  private final Confirmations confirmations;
  private final HostChanges hostChanges;
  private final Learning learning;
  private final Arrivals arrivals;
  private final Safeguarding safeguarding;
  private final Concerns concerns;
  private final Overrides overrides;
  private final Audience audience;
  private final Departures departures;
  private final Merges merges;
  private final Shown shown;
  private final HostSources sources;
  private final InstantSource clock;

  /** Services over what is kept, what the host tells, and what it may refuse. */
  public CollaborationServices(
      Store store,
      HostSources sources,
      Offers offers,
      Profiles profiles,
      Quests quests,
      InstantSource clock,
      AnswerTimes times,
      Collection<? extends HostCondition> hostConditions) {
    Moves moves = new Moves(clock, times);
    Entitlements entitlements = new Entitlements(sources, clock);
    this.collaborations = new Collaborations(store, moves, entitlements);
    Homes homes = new Homes(sources);
    ClearanceEvaluator evaluator =
        new ClearanceEvaluator(store, sources, offers, clock, hostConditions);
    PlacementSuspension suspension = new PlacementSuspension(moves, evaluator);
    this.placements = new Placements(store, offers, homes, moves, entitlements, suspension);
    this.safeguarding = new Safeguarding(store, sources, clock, suspension);
    this.hostChanges =
        new HostChanges(
            store,
            sources,
            homes,
            checks ->
                new Recheck(store.as(Actor.system("host-changes")), moves, evaluator).run(checks),
            new Handover(moves, safeguarding, profiles, quests));
    this.confirmations = new Confirmations(store, moves, evaluator, hostChanges);
    this.learning = new Learning(store, moves, entitlements, profiles);
    this.concerns = new Concerns(store, clock, new SecureRandom(), safeguarding);
    this.overrides = new Overrides(store, sources, offers, clock, new SecureRandom(), safeguarding);
    this.arrivals = new Arrivals(store, moves, entitlements, safeguarding);
    this.audience = new Told(store, collaborations, safeguarding, sources, clock);
    this.sources = sources;
    this.clock = clock;
    this.departures = new Departures(store, moves);
    this.merges = new Merges(store, sources);
    this.shown = new Shown(store, collaborations, entitlements);
  }

  /** Collaborations of every kind. */
  public Collaborations collaborations() {
    return collaborations;
  }

  /** Places, proposals and waitlists. */
  public Placements placements() {
    return placements;
  }

  /** Clearance and confirmation of placements. */
  public Confirmations confirmations() {
    return confirmations;
  }

  /** What follows from changes at the host: who left, was merged, or changed school. */
  public HostChanges hostChanges() {
    return hostChanges;
  }

  /** Attendance, reflections and how they move profiles. */
  public Learning learning() {
    return learning;
  }

  /** What worries somebody about a child's safety. */
  public Concerns concerns() {
    return concerns;
  }

  /** What two people accept together, for the evaluator to take into account. */
  public Overrides overrides() {
    return overrides;
  }

  /** The day itself: who is expected, there, or missed. */
  public Arrivals arrivals() {
    return arrivals;
  }

  /** What a clearance rests on. */
  public Safeguarding safeguarding() {
    return safeguarding;
  }

  /**
   * What providers see of those who are placed with them.
   *
   * @param fields what the host tells by name
   */
  public ProviderViews providerViews(Pseudonyms pseudonyms, PersonalFields fields) {
    return new ProviderViews(collaborations, sources, pseudonyms, safeguarding, fields, clock);
  }

  /** What ends when somebody is erased. */
  public Departures departures() {
    return departures;
  }

  /** What is kept of collaborations, shown to somebody. */
  public Shown shown() {
    return shown;
  }

  /** Which ids turned out to be one learner. */
  public Merges merges() {
    return merges;
  }

  /** The quiet hours of the policy in force; none where no policy is. */
  public QuietTimes quietTimes() {
    return (zone, now) ->
        safeguarding.policy().flatMap(each -> each.quietHours().endIfHeld(now, zone));
  }

  /** Who is told of what happens to collaborations. */
  public Audience audience() {
    return audience;
  }
}
