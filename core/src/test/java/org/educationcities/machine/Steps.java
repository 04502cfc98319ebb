package org.educationcities.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.collaboration.Confirmations;
import org.educationcities.collaboration.Proposal;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.Clearance;
import org.educationcities.safeguarding.ClearanceDecision;

/** What people may do, each step by chance, through the services as they are. */
final class Steps {
  /** A clearance that somebody keeps, to use it later. */
  private record Kept(CollaborationId id, Clearance clearance, World.Look look) {}

  /** Something that may happen, and how often. */
  record Act(String name, int weight, Runnable run) {}

  final List<Act> acts = new ArrayList<>();

  /** What was confirmed in this step. */
  final Set<CollaborationId> confirmed = new HashSet<>();

  private final World world;
  private final Watch watch;
  private final Changes changes;
  private final List<Kept> kept = new ArrayList<>();
  private int origins;

  Steps(World world, Watch watch) {
    this.world = world;
    this.watch = watch;
    Identities identities = new Identities(world);
    Overriders overriders = new Overriders(world);
    this.changes = new Changes(world, identities);
    act("put in order", 12, changes::putInOrder);
    act("propose", 10, this::propose);
    act("accept", 12, this::accept);
    act("end", 3, this::end);
    act("clear and keep", 8, this::clear);
    act("confirm by what was kept", 10, this::confirmKept);
    act("confirm all", 10, this::confirmAll);
    act("start", 3, this::start);
    act("wait for a place", 2, this::waitForPlace);
    act("permit", 6, changes::permit);
    act("withdraw a permission", 3, changes::withdraw);
    act("vet", 5, changes::vet);
    act("agree", 3, changes::agree);
    act("block", 1, changes::block);
    act("raise a concern and block", 1, changes::concern);
    act("install a policy", 3, changes::install);
    act("break or mend the policy", 1, changes::breakPolicy);
    act("change who is there", 3, changes::open);
    act("time passes", 8, changes::pass);
    act("a child changes at the host", 5, changes::childChanges);
    act("a guardian changes at the host", 4, changes::bondChanges);
    act("a place changes", 2, changes::placeChanges);
    act("the host tells old facts", 2, () -> world.town.goStale(world.chance.nextInt(3) == 0));
    act("the host is down", 1, () -> world.town.goDown(world.chance.nextInt(3) == 0));
    act("a border", 2, changes::border);
    act("recheck", 3, changes::recheck);
    act("mark as arrived", 4, this::arrive);
    act("propose an override", 8, overriders::propose);
    act("second an override", 10, overriders::second);
    act("revoke an override", 2, overriders::revoke);
    act("two are one", 1, identities::merge);
    act("erase somebody", 1, identities::erase);
  }

  private void act(String name, int weight, Runnable run) {
    acts.add(new Act(name, weight, run));
  }

  private List<Tracked> those(Predicate<CollaborationState> states) {
    return world.placements.values().stream()
        .filter(each -> states.test(each.now.state()))
        .toList();
  }

  private void propose() {
    origins++;
    Proposal proposal =
        new Proposal(
            new LearnerId(world.anyChild()),
            new OpportunityId(world.anyGround()),
            "round-" + origins);
    world.cities.placements().proposeAll(World.PLANNER, List.of(proposal));
  }

  private void accept() {
    for (Tracked each : those(CollaborationState.PROPOSED::equals)) {
      if (world.chance.nextInt(4) > 0) {
        world.cities.collaborations().accept(World.self(each.child()), each.now.id());
      }
    }
  }

  private void end() {
    List<Tracked> some = those(CollaborationState::holdsPlace);
    if (!some.isEmpty()) {
      Tracked one = world.any(some);
      switch (world.chance.nextInt(3)) {
        case 0 -> world.cities.collaborations().withdraw(World.self(one.child()), one.now.id());
        case 1 -> world.cities.collaborations().cancel(World.LEAD, one.now.id());
        default -> world.cities.collaborations().decline(World.self(one.child()), one.now.id());
      }
    }
  }

  private void clear() {
    List<Tracked> some = those(CollaborationState::holdsPlace);
    if (some.isEmpty()) {
      return;
    }
    Tracked one = world.any(some);
    ClearanceDecision decision = world.cities.confirmations().clear(World.PLANNER, one.now.id());
    compare(one, decision);
    if (decision instanceof ClearanceDecision.Granted granted) {
      if (!granted.clearance().overrideIds().isEmpty()) {
        world.count("cleared by an override");
      }
      kept.add(new Kept(one.now.id(), granted.clearance(), world.look(one.opportunity())));
      if (kept.size() > 6) {
        kept.remove(0);
      }
    }
  }

  /** The evaluator and the oracle say the same, condition by condition. */
  private void compare(Tracked one, ClearanceDecision decision) {
    Set<String> failing = watch.failingNow(one);
    Set<String> refused =
        decision instanceof ClearanceDecision.Refused no ? no.conditions() : Set.of();
    refused.forEach(each -> world.count("refused by " + each));
    if (world.compares && !failing.equals(refused)) {
      throw new AssertionError(
          one.now + " truly fails " + failing + ", but the evaluator refused by " + refused);
    }
  }

  private void confirmKept() {
    if (kept.isEmpty()) {
      return;
    }
    Kept one = world.any(kept);
    List<Tracked> all = List.copyOf(world.placements.values());
    CollaborationId id = world.chance.nextInt(8) == 0 ? world.any(all).now.id() : one.id();
    world.cities.confirmations().confirm(World.PLANNER, id, one.clearance());
    if (!id.equals(one.id()) || one.look().policy() != world.policies.size() - 1) {
      throw new AssertionError(id + " was confirmed by a clearance of " + one.id());
    }
    Rules rules = Objects.requireNonNull(world.rules());
    if (one.look().host().asOf().plus(rules.freshness()).isBefore(world.now())) {
      throw new AssertionError(id + " was confirmed on facts that had grown old");
    }
    noteConfirmed(id, one.look());
    world.count("confirmed by a kept clearance");
  }

  private void noteConfirmed(CollaborationId id, World.Look look) {
    confirmed.add(id);
    world.count("confirmed");
    Tracked each = world.placements.get(id);
    if (each != null) {
      each.look = look;
      each.endsBy = look.at().plus(world.policies.get(look.policy()).validity());
    }
  }

  private void confirmAll() {
    List<Tracked> some = those(each -> each.leadsTo(CollaborationState.CONFIRMED));
    Map<CollaborationId, Set<String>> failing = new HashMap<>();
    some.forEach(each -> failing.put(each.now.id(), watch.failingNow(each)));
    Confirmations.Report report =
        world.cities.confirmations().confirmAll(World.PLANNER, failing.keySet());
    for (CollaborationId each : report.confirmed()) {
      if (world.compares && !failing.getOrDefault(each, Set.of("unknown")).isEmpty()) {
        throw new AssertionError(each + " was confirmed, but fails " + failing.get(each));
      }
      Tracked tracked = Objects.requireNonNull(world.placements.get(each));
      noteConfirmed(each, world.look(tracked.opportunity()));
    }
    report
        .refused()
        .forEach(
            (id, conditions) -> {
              conditions.forEach(each -> world.count("refused by " + each));
              boolean late = conditions.equals(Set.of("changed-meanwhile"));
              if (world.compares && !late && !conditions.equals(failing.get(id))) {
                throw new AssertionError(
                    id + " truly fails " + failing.get(id) + ", was refused by " + conditions);
              }
            });
  }

  private void start() {
    List<Tracked> some = those(CollaborationState::mayBeInForce);
    if (!some.isEmpty()) {
      Tracked one = world.any(some);
      if (one.now.state() == CollaborationState.RUNNING && world.chance.nextInt(3) == 0) {
        world.cities.collaborations().complete(World.PLANNER, one.now.id());
      } else {
        world.cities.collaborations().start(World.PLANNER, one.now.id(), List.of());
      }
    }
  }

  private void waitForPlace() {
    String child = world.anyChild();
    world
        .cities
        .placements()
        .join(World.self(child), new LearnerId(child), new OpportunityId(world.anyGround()));
  }

  /** Nobody is received who may not be there. */
  private void arrive() {
    List<Tracked> some = those(CollaborationState::mayBeInForce);
    if (some.isEmpty()) {
      return;
    }
    Tracked one = world.any(some);
    for (Session each : one.now.sessions()) {
      if (!each.end().isBefore(world.now())) {
        world.cities.arrivals().arrived(World.PLANNER, one.now.id(), each.start());
        if (!one.now.isInForce(world.now())) {
          throw new AssertionError(one.now + " is not in force, but was received");
        }
        world.count("arrived");
        return;
      }
    }
  }
}
