package org.educationcities.machine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.Role;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.journey.MovingClock;
import org.educationcities.people.AdultId;
import org.educationcities.people.AgeRange;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.ResourceId;
import org.educationcities.resource.Schedule;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.safeguarding.Activity;
import org.educationcities.safeguarding.HostCondition;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.storage.Storage;
import org.jspecify.annotations.Nullable;

/** A town of four children, their guardians, three adults, two providers, three opportunities. */
final class World {
  static final Actor LEAD = new Actor("lead", Role.SAFEGUARDING_LEAD);
  static final Actor PLANNER = new Actor("planner", Role.PLANNER);
  static final Actor ADMINISTRATOR = new Actor("administrator", Role.ADMINISTRATOR);
  static final Term TERM =
      new Term(new TermId("term"), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
  static final List<String> CHILDREN = List.of("child-0", "child-1", "child-2", "child-3");
  static final List<String> ADULTS = List.of("adult-0", "adult-1", "adult-2");
  static final List<String> PROVIDERS = List.of("provider-0", "provider-1");

  /** In the middle of the town, near it, a little way off, far away. */
  static final List<GeoPoint> POINTS =
      List.of(
          new GeoPoint(32.434, 34.919),
          new GeoPoint(32.438, 34.919),
          new GeoPoint(32.470, 34.919),
          new GeoPoint(32.700, 34.919));

  final SplittableRandom chance;
  final MovingClock clock = new MovingClock("2026-08-30T06:00:00Z");
  final Town town = new Town(clock);
  final Own own = new Own();
  final Storage storage;
  final Space space;
  final EducationCities cities;
  final Map<String, Ground> grounds = new LinkedHashMap<>();
  final Map<CollaborationId, Tracked> placements = new LinkedHashMap<>();

  /** Every policy that was installed, the newest last. */
  final List<Rules> policies = new ArrayList<>();

  /** Whether what stands for the policy cannot be read. */
  byte @Nullable [] broken;

  final Set<String> closedBorders = ConcurrentHashMap.newKeySet();
  volatile boolean borderFails;

  /** Whether every decision is compared with the oracle's; else only what comes into force is. */
  boolean compares = true;

  /** What happened how often. */
  final Map<String, Long> tally;

  /** What somebody looked at last, and by which policy: from then on that much is known. */
  record Look(Town.View host, int policy, boolean borderOpen, Instant at) {}

  World(
      long seed,
      Storage storage,
      Space space,
      Map<String, Long> tally,
      EducationCities.Builder builder) {
    this.chance = new SplittableRandom(seed);
    this.storage = storage;
    this.space = space;
    this.tally = tally;
    this.cities =
        builder
            .storage(storage)
            .space(space)
            .clock(clock)
            .hostSources(town)
            .condition(border())
            .build();
    settle();
  }

  static Map<String, Long> newTally() {
    return new TreeMap<>();
  }

  void count(String what) {
    tally.merge(what, 1L, Long::sum);
  }

  /** The policy that stands, if one does and can be read. */
  @Nullable Rules rules() {
    return policies.isEmpty() ? null : policies.get(policies.size() - 1);
  }

  Look look(String opportunity) {
    return new Look(town.told(), policies.size() - 1, isBorderOpen(opportunity), now());
  }

  boolean isBorderOpen(String opportunity) {
    return !borderFails && !closedBorders.contains(opportunity);
  }

  private HostCondition border() {
    return new HostCondition() {
      @Override
      public String code() {
        return "border";
      }

      @Override
      public boolean accepts(Activity activity) {
        if (borderFails) {
          throw new IllegalStateException("nobody answers");
        }
        return !closedBorders.contains(activity.opportunityId());
      }
    };
  }

  private void settle() {
    cities.offers().putTerm(ADMINISTRATOR, TERM);
    ground("stage", "provider-0", "TU", LocalDateTime.of(2026, 9, 1, 16, 0), 90);
    ground("band", "provider-0", "TU,TH", LocalDateTime.of(2026, 9, 1, 17, 45), 60);
    ground("lab", "provider-1", "WE", LocalDateTime.of(2026, 9, 2, 15, 0), 120);
    town.change(
        view ->
            view.withSchools(Map.of("school-0", POINTS.get(1)))
                .withKind("resource-stage", "theatre")
                .withKind("resource-band", "theatre")
                .withKind("resource-lab", chance.nextInt(3) == 0 ? "workshop" : "lab"));
    for (String child : CHILDREN) {
      town.change(
          view ->
              view.with(child, newChild())
                  .withBonds(
                      child, List.of(new Town.Bond(guardianOf(child), child, true, null, null))));
    }
    // Some begin with nothing in order, most with all of it.
    if (chance.nextInt(8) > 0) {
      install(Rules.random(chance, 1, clock.instant()));
    }
    ADULTS.forEach(each -> vet(cleared(each)));
    PROVIDERS.forEach(each -> agree(each, TERM.first(), TERM.last()));
    grounds.keySet().forEach(each -> open(each, Set.of("adult-0", "adult-1")));
    for (String child : CHILDREN) {
      grounds.keySet().forEach(each -> permit(child, each, guardianOf(child), TERM.last()));
    }
  }

  Town.Child newChild() {
    int age = 9 + chance.nextInt(8);
    LocalDate born =
        LocalDate.of(2026 - age, 9, 1).minusDays(chance.nextInt(60)).plusDays(chance.nextInt(40));
    return new Town.Child(
        chance.nextInt(12) == 0 ? null : born,
        "school-" + chance.nextInt(2),
        chance.nextInt(3) == 0 ? null : POINTS.get(chance.nextInt(chance.nextInt(5) == 0 ? 4 : 2)));
  }

  private void ground(String id, String provider, String days, LocalDateTime first, int minutes) {
    Ground ground = new Ground(id, provider, "resource-" + id, POINTS.get(0));
    grounds.put(id, ground);
    cities
        .offers()
        .put(
            ADMINISTRATOR,
            List.of(
                Opportunity.builder(new OpportunityId(id))
                    .resourceId(new ResourceId(ground.resource()))
                    .providerId(new ProviderId(provider))
                    .cityId(new CityId(Town.CITY))
                    .termId(TERM.id())
                    .names(Names.of("en", id))
                    .schedule(
                        new Schedule(
                            first,
                            Duration.ofMinutes(minutes),
                            "FREQ=WEEKLY;BYDAY=" + days,
                            Town.ZONE))
                    .position(ground.position())
                    .places(4)
                    .ages(new AgeRange(5, 20))
                    .languages(List.of("he"))
                    .build()));
  }

  static String guardianOf(String child) {
    return "guardian-of-" + child;
  }

  static Actor guardian(String child) {
    return new Actor(guardianOf(child), Role.GUARDIAN);
  }

  static Actor self(String child) {
    return new Actor(child, Role.LEARNER);
  }

  void install(Rules rules) {
    cities.safeguarding().install(LEAD, rules.policy());
    policies.add(rules);
  }

  static Vetting cleared(String adult) {
    return new Vetting(
        adult, "cleared", Vetting.Decision.CLEARED, LocalDate.of(2026, 8, 1), LEAD.id());
  }

  static Permission permission(String opportunity, String by, LocalDate until) {
    return new Permission(opportunity, by, TERM.first().minusDays(30), until);
  }

  void vet(String adult, Vetting.Decision decision, LocalDate issuedOn) {
    vet(new Vetting(adult, "cleared", decision, issuedOn, LEAD.id()));
  }

  void vet(Vetting vetting) {
    cities.safeguarding().vet(LEAD, List.of(vetting));
    own.vettings.put(vetting.adultId(), vetting);
  }

  void agree(String provider, LocalDate from, LocalDate until) {
    ProviderAgreement agreement = new ProviderAgreement(provider, from, until);
    cities.safeguarding().agree(LEAD, List.of(agreement));
    own.agreements.put(provider, agreement);
  }

  void open(String opportunity, Set<String> adults) {
    Set<AdultId> ids = new LinkedHashSet<>();
    adults.forEach(each -> ids.add(new AdultId(each)));
    cities.placements().open(PLANNER, Map.of(new OpportunityId(opportunity), ids));
    own.mentors.put(opportunity, Set.copyOf(adults));
  }

  void permit(String child, String opportunity, String by, LocalDate until) {
    Permission permission = permission(opportunity, by, until);
    Actor actor = by.equals(child) ? self(child) : new Actor(by, Role.GUARDIAN);
    cities
        .safeguarding()
        .permit(actor, new org.educationcities.people.LearnerId(child), permission);
    own.permit(child, permission);
  }

  <T> T any(List<T> some) {
    return some.get(chance.nextInt(some.size()));
  }

  String anyChild() {
    return any(CHILDREN);
  }

  String anyGround() {
    return any(List.copyOf(grounds.keySet()));
  }

  Instant now() {
    return clock.instant();
  }
}
