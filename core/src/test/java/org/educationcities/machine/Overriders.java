package org.educationcities.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.Role;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.safeguarding.Overridable;

/** Those who propose, second and revoke overrides: who may, and some who may not. */
final class Overriders {
  private static final List<Actor> LEADS =
      List.of(World.LEAD, new Actor("lead-2", Role.SAFEGUARDING_LEAD));

  private static final List<Actor> OTHERS =
      List.of(
          World.PLANNER,
          new Actor(Town.EDUCATOR, Role.EDUCATOR),
          // One person in two roles, one who may be there, one of the provider's side, a parent.
          new Actor(World.PLANNER.id(), Role.SAFEGUARDING_LEAD),
          new Actor("adult-2", Role.SAFEGUARDING_LEAD),
          new Actor("provider-0", Role.SAFEGUARDING_LEAD),
          new Actor(World.guardianOf("child-0"), Role.SAFEGUARDING_LEAD));

  private final World world;

  Overriders(World world) {
    this.world = world;
  }

  private Actor anybody() {
    return world.any(world.chance.nextInt(3) > 0 ? LEADS : OTHERS);
  }

  /** Most often of something that waits for a clearance, or goes on by one. */
  void propose() {
    List<Tracked> waiting =
        world.placements.values().stream()
            .filter(each -> each.now.state().holdsPlace())
            .filter(each -> !each.now.isInForce(world.now()) || world.chance.nextInt(4) == 0)
            .toList();
    if (waiting.isEmpty() || world.chance.nextInt(8) == 0) {
      propose(world.anyChild(), world.anyGround());
    } else {
      Tracked one = world.any(waiting);
      propose(one.child(), one.opportunity());
    }
  }

  private void propose(String child, String opportunity) {
    Ground ground = Objects.requireNonNull(world.grounds.get(opportunity));
    Set<Overridable> conditions = conditions();
    Instant now = world.now();
    Instant until = now.plus(Duration.ofHours(1 + world.chance.nextInt(24 * 40)));
    Actor actor = anybody();
    String id =
        world
            .cities
            .overrides()
            .propose(
                actor,
                new LearnerId(child),
                new OpportunityId(ground.opportunity()),
                conditions,
                "They are ready for it.",
                until);
    world.own.overrides.put(
        id,
        new Own.Overridden(
            child, ground.opportunity(), ground.provider(), conditions, until, actor, now, null));
    world.count("override proposed");
  }

  /** What the policy lets them, or just anything. */
  private Set<Overridable> conditions() {
    Rules rules = world.rules();
    if (rules != null
        && !rules.overriding().conditions().isEmpty()
        && world.chance.nextInt(8) > 0) {
      return rules.overriding().conditions();
    }
    Set<Overridable> some = EnumSet.of(world.any(List.of(Overridable.values())));
    some.add(world.any(List.of(Overridable.values())));
    return some;
  }

  void second() {
    List<Map.Entry<String, Own.Overridden>> waiting =
        world.own.overrides.entrySet().stream()
            .filter(each -> each.getValue().secondedBy() == null)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    if (!waiting.isEmpty()) {
      Map.Entry<String, Own.Overridden> one = world.any(waiting);
      Actor actor = anybody();
      world.cities.overrides().second(actor, one.getKey());
      world.own.overrides.put(one.getKey(), one.getValue().secondedBy(actor));
      world.count("override seconded");
    }
  }

  void revoke() {
    List<String> all = world.own.overrides.keySet().stream().sorted().toList();
    if (!all.isEmpty()) {
      String id = world.any(all);
      Actor actor = anybody();
      world.cities.overrides().revoke(actor, id);
      world.own.overrides.remove(id);
      world.count("override revoked");
    }
  }
}
