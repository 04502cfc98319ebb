package org.educationcities.machine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.resource.Session;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.jspecify.annotations.Nullable;

/** Looks after every step at what is in force, and asks the oracle whether it may be. */
final class Watch {
  private final World world;

  Watch(World world) {
    this.world = world;
  }

  /**
   * Nothing is in force but by a confirmation, and without a condition that fails: of what the
   * library was told by the truth of now; of what the host tells by what was last looked at.
   */
  void check(Set<CollaborationId> confirmedNow) {
    refresh();
    Instant now = world.now();
    for (Tracked each : world.placements.values()) {
      boolean inForce = each.now.isInForce(now);
      if (inForce && !each.wasInForce && !confirmedNow.contains(each.now.id())) {
        throw new AssertionError(each.now + " came into force, and nobody confirmed it");
      }
      each.wasInForce = inForce;
      World.Look look = each.look;
      if (inForce && look == null) {
        throw new AssertionError(each.now + " is in force, and nobody looked");
      }
      if (inForce && !now.isBefore(each.endsBy)) {
        throw new AssertionError(each.now + " is in force for longer than any clearance holds");
      }
      if (inForce && look != null) {
        world.count("looked at in force");
        check(each, look);
      }
    }
  }

  private void check(Tracked each, World.Look look) {
    if (toCome(each.now).isEmpty()) {
      return; // nobody goes anywhere any more
    }
    Rules rules = world.policies.get(look.policy());
    Set<String> failing = failing(each, look, rules);
    if (failing.isEmpty() && !Oracle.failingByItself(inForce(each, look, rules)).isEmpty()) {
      world.count("in force by an override");
    }
    // A later policy counts where somebody was confirmed by it beside this one.
    for (int i = look.policy() + 1; i < world.policies.size() && !failing.isEmpty(); i++) {
      failing.retainAll(failing(each, look, world.policies.get(i)));
    }
    if (!failing.isEmpty()) {
      excuseHours(each, failing);
    }
    if (!failing.isEmpty()) {
      throw new AssertionError(each.now + " is in force, but fails " + failing);
    }
  }

  /**
   * How long a child is away rests on all that they have: whoever was confirmed last looked at the
   * others too, perhaps by other facts of the host than were known before; or two people accepted
   * for the last of them that all of it together is long.
   */
  private void excuseHours(Tracked each, Set<String> failing) {
    for (Tracked other : world.placements.values()) {
      World.Look look = other.look;
      if (look != null && other.child().equals(each.child()) && other.now.isInForce(world.now())) {
        Rules rules = world.policies.get(look.policy());
        Set<String> then = failing(each, look, rules);
        Set<String> accepted =
            failing(other, look, rules).isEmpty()
                ? Oracle.failingByItself(inForce(other, look, rules))
                : Set.of();
        failing.removeIf(
            code ->
                code.startsWith("hours/a ") && (!then.contains(code) || accepted.contains(code)));
      }
    }
  }

  private Set<String> failing(Tracked each, World.Look look, Rules rules) {
    return new TreeSet<>(Oracle.failingInDetail(inForce(each, look, rules)));
  }

  private Oracle.Case inForce(Tracked each, World.Look look, Rules rules) {
    return caseOf(
        each,
        look.host().at(world.now()), // they were fresh when they were looked at
        rules,
        look.borderOpen(),
        count(it -> it.opportunity().equals(each.opportunity()) && it.now.isInForce(world.now())),
        it -> it.now.isInForce(world.now()));
  }

  /** What the evaluator would be asked about a placement now, by what the host tells now. */
  Set<String> failingNow(Tracked each) {
    if (world.broken != null) {
      return Set.of("error");
    }
    return Oracle.failing(
        caseOf(
            each,
            world.town.told(),
            world.rules(),
            world.isBorderOpen(each.opportunity()),
            count(it -> it.opportunity().equals(each.opportunity()) && it.now.state().holdsPlace()),
            it -> it.now.state().mayBeInForce()));
  }

  private Oracle.Case caseOf(
      Tracked each,
      Town.View host,
      @Nullable Rules rules,
      boolean borderOpen,
      int present,
      Predicate<Tracked> counts) {
    List<Session> others =
        world.placements.values().stream()
            .filter(it -> it != each && it.child().equals(each.child()) && counts.test(it))
            .flatMap(it -> toCome(it.now).stream())
            .toList();
    Ground ground = world.grounds.get(each.opportunity());
    if (ground == null) {
      throw new AssertionError("no such opportunity: " + each.opportunity());
    }
    return new Oracle.Case(
        each.child(),
        ground,
        world.own.mentors.getOrDefault(each.opportunity(), Set.of()),
        present,
        toCome(each.now),
        others,
        host,
        rules,
        world.own,
        borderOpen,
        world.now());
  }

  private int count(Predicate<Tracked> which) {
    return (int) world.placements.values().stream().filter(which).count();
  }

  private List<Session> toCome(Collaboration placement) {
    return placement.sessions().stream()
        .filter(each -> each.end().compareTo(world.now()) > 0)
        .toList();
  }

  /** Reads what changed, by the versions that the storage itself tells. */
  void refresh() {
    for (Entity each : stored()) {
      CollaborationId id = new CollaborationId(each.id());
      Tracked known = world.placements.get(id);
      if (known == null || known.version != each.version()) {
        Collaboration now = world.cities.collaborations().find(id).orElseThrow();
        if (known == null) {
          world.placements.put(id, new Tracked(now, each.version()));
        } else {
          known.now = now;
          known.version = each.version();
        }
      }
    }
  }

  private Collection<Entity> stored() {
    return world.storage.inTransaction(
        world.space,
        unit -> unit.query(Query.over("collaboration").limit(1000).build()).entities());
  }
}
