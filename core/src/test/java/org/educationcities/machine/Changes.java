package org.educationcities.machine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.Vetting;
import org.educationcities.spi.storage.Entity;

/** What may change of all that a clearance rests on, each by chance and noted as the truth. */
final class Changes {
  private final World world;
  private final Identities identities;

  Changes(World world, Identities identities) {
    this.world = world;
    this.identities = identities;
  }

  /** Now and then all is in order, else too little would ever be confirmed. */
  void putInOrder() {
    world.town.goDown(false);
    world.town.goStale(false);
    world.closedBorders.clear();
    world.borderFails = false;
    if (world.broken != null) {
      breakPolicy();
    }
    Rules rules = world.rules();
    if (rules == null || rules.from().isAfter(world.now()) || world.chance.nextInt(3) == 0) {
      world.install(Rules.random(world.chance, world.policies.size() + 1, world.now()));
    }
    // What is in order is not told again: that is half of the machine's work, and does nothing.
    Own before = world.own;
    World.ADULTS.stream()
        .map(World::cleared)
        .filter(each -> !each.equals(before.vettings.get(each.adultId())))
        .forEach(world::vet);
    World.PROVIDERS.stream()
        .map(each -> new ProviderAgreement(each, World.TERM.first(), World.TERM.last()))
        .filter(each -> !each.equals(before.agreements.get(each.providerId())))
        .forEach(each -> world.agree(each.providerId(), each.from(), each.until()));
    for (String child : World.CHILDREN) {
      String guardian = World.guardianOf(child);
      world.town.change(
          view ->
              view.with(child, view.children().getOrDefault(child, world.newChild()))
                  .withBonds(child, List.of(new Town.Bond(guardian, child, true, null, null))));
      world.grounds.keySet().stream()
          .filter(
              each ->
                  !World.permission(each, guardian, World.TERM.last())
                      .equals(before.permission(child, each)))
          .forEach(each -> world.permit(child, each, guardian, World.TERM.last()));
    }
  }

  void permit() {
    String child = world.anyChild();
    String by =
        switch (world.chance.nextInt(8)) {
          case 0 -> child;
          case 1 -> World.guardianOf(world.anyChild());
          default -> World.guardianOf(child);
        };
    LocalDate last =
        world.chance.nextInt(3) == 0
            ? World.TERM.first().plusDays(world.chance.nextInt(30))
            : World.TERM.last();
    world.permit(child, world.anyGround(), by, last);
  }

  void withdraw() {
    String child = world.anyChild();
    String ground = world.anyGround();
    world
        .cities
        .safeguarding()
        .withdrawPermission(
            world.chance.nextBoolean() ? World.guardian(child) : World.self(child),
            new LearnerId(child),
            ground);
    world.own.withdraw(child, ground);
  }

  void vet() {
    Vetting.Decision decision =
        switch (world.chance.nextInt(8)) {
          case 0 -> Vetting.Decision.BARRED;
          case 1 -> Vetting.Decision.NONE;
          default -> Vetting.Decision.CLEARED;
        };
    LocalDate issued =
        switch (world.chance.nextInt(6)) {
          case 0 -> LocalDate.of(2025, 9, 5).plusDays(world.chance.nextInt(30));
          case 1 -> World.TERM.first().plusDays(world.chance.nextInt(20));
          default -> LocalDate.of(2026, 8, 1);
        };
    String kind =
        switch (world.chance.nextInt(6)) {
          case 0 -> "police";
          case 1 -> world.chance.nextInt(3) == 0 ? "a friend knows them" : "cleared";
          default -> "cleared";
        };
    world.vet(new Vetting(world.any(World.ADULTS), kind, decision, issued, World.LEAD.id()));
  }

  void agree() {
    LocalDate from =
        world.chance.nextInt(6) == 0 ? World.TERM.first().plusDays(3) : World.TERM.first();
    LocalDate until =
        world.chance.nextInt(3) == 0
            ? from.plusDays(world.chance.nextInt(28) - 2)
            : World.TERM.last();
    world.agree(world.any(World.PROVIDERS), from, until);
  }

  private String anyParty() {
    return world.chance.nextInt(3) == 0 ? world.any(World.PROVIDERS) : world.any(World.ADULTS);
  }

  void block() {
    String child = world.anyChild();
    String party = anyParty();
    if (world.chance.nextInt(3) > 0) {
      return; // nobody lifts it: too many, and nothing would be confirmed any more
    }
    world.cities.safeguarding().block(World.LEAD, new LearnerId(child), party);
    world.own.keepApart(child, party);
  }

  void concern() {
    if (world.chance.nextInt(3) > 0) {
      return;
    }
    String child = world.anyChild();
    String party = anyParty();
    world
        .cities
        .concerns()
        .raiseAndBlock(World.self(child), new LearnerId(child), party, "Something is wrong.");
    world.own.keepApart(child, party);
  }

  void install() {
    Duration ahead =
        world.chance.nextInt(6) == 0 ? Duration.ofHours(world.chance.nextInt(40)) : Duration.ZERO;
    world.install(Rules.random(world.chance, world.policies.size() + 1, world.now().plus(ahead)));
    if (world.chance.nextInt(5) > 0) {
      recheck();
    }
  }

  void breakPolicy() {
    if (world.policies.isEmpty()) {
      return;
    }
    byte[] whole = world.broken;
    world.broken =
        world.storage.inTransaction(
            world.space,
            unit -> {
              Entity policy =
                  Objects.requireNonNull(
                      unit.find("safeguarding-policy", Set.of("policy")).get("policy"));
              byte[] next = whole != null ? whole : "{\"name\":".getBytes(StandardCharsets.UTF_8);
              unit.update(policy.withContent(policy.format(), next, policy.index()));
              return whole != null ? null : policy.payload();
            });
  }

  void open() {
    Set<String> adults = new HashSet<>();
    World.ADULTS.stream().filter(each -> world.chance.nextInt(3) > 0).forEach(adults::add);
    world.open(world.anyGround(), adults);
  }

  void pass() {
    switch (world.chance.nextInt(4)) {
      case 0 -> world.clock.pass(Duration.ofHours(world.chance.nextInt(72)));
      case 1 -> toTheNextSession();
      default -> world.clock.pass(Duration.ofMinutes(world.chance.nextInt(600)));
    }
    if (world.chance.nextBoolean()) {
      world.cities.collaborations().sweep(World.PLANNER);
    }
  }

  private void toTheNextSession() {
    world.placements.values().stream()
        .filter(each -> each.now.isInForce(world.now()))
        .flatMap(each -> each.now.sessions().stream())
        .map(Session::start)
        .filter(each -> each.isAfter(world.now()))
        .min(Comparator.naturalOrder())
        .ifPresent(start -> world.clock.pass(Duration.between(world.now(), start)));
  }

  void childChanges() {
    String child = world.anyChild();
    Town.Child next = world.chance.nextInt(6) == 0 ? null : world.newChild();
    world.town.change(view -> view.with(child, next));
    hostChanged(child);
  }

  void bondChanges() {
    String child = world.anyChild();
    List<Town.Bond> bonds = new ArrayList<>();
    LocalDate day = World.TERM.first().plusDays(world.chance.nextInt(30));
    switch (world.chance.nextInt(6)) {
      case 0 -> {}
      case 1 -> bonds.add(new Town.Bond(World.guardianOf(child), child, false, null, null));
      case 2 -> bonds.add(new Town.Bond(World.guardianOf(child), child, true, null, day));
      case 3 ->
          bonds.add(new Town.Bond(World.guardianOf(world.anyChild()), child, true, day, null));
      default -> bonds.add(new Town.Bond(World.guardianOf(child), child, true, null, null));
    }
    world.town.change(view -> view.withBonds(child, bonds));
    hostChanged(child);
  }

  private void hostChanged(String child) {
    if (world.chance.nextInt(3) > 0) {
      lookAgain(each -> each.child().equals(child));
      identities.follow(child);
    }
  }

  void recheck() {
    lookAgain(each -> true);
    if (world.chance.nextBoolean()) {
      world.cities.confirmations().recheck(World.LEAD);
    } else {
      identities.sweep();
    }
  }

  /** What is in force from now on rests on what is told now. */
  private void lookAgain(Predicate<Tracked> which) {
    for (Tracked each : world.placements.values()) {
      if (which.test(each) && each.now.state().mayBeInForce() && world.broken == null) {
        each.look = world.look(each.opportunity());
      }
    }
  }

  void placeChanges() {
    String id = world.anyGround();
    Opportunity known = world.cities.offers().find(new OpportunityId(id)).orElseThrow();
    Ground before = Objects.requireNonNull(world.grounds.get(id));
    if (world.chance.nextBoolean()) {
      String kind = world.chance.nextInt(3) == 0 ? "workshop" : "theatre";
      world.town.change(view -> view.withKind(before.resource(), kind));
    } else {
      Ground after = new Ground(id, before.provider(), before.resource(), world.any(World.POINTS));
      world
          .cities
          .offers()
          .put(World.ADMINISTRATOR, List.of(known.toBuilder().position(after.position()).build()));
      world.grounds.put(id, after);
    }
    recheck();
  }

  void border() {
    world.borderFails = world.chance.nextInt(6) == 0;
    String ground = world.anyGround();
    if (!world.closedBorders.remove(ground) && world.chance.nextBoolean()) {
      world.closedBorders.add(ground);
    }
  }
}
