package org.educationcities.machine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.educationcities.collaboration.HostChanges;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;

/** Two ids that turn out to be one child, and people of whom nothing is to be left. */
final class Identities {
  /** Of four children at least two stay, or too little would happen. */
  private static final int MOST_MERGES = 2;

  private final World world;

  Identities(World world) {
    this.world = world;
  }

  /** The host says that two are one; the library hears of it now, or when it asks. */
  void merge() {
    Town.View view = world.town.truth();
    String from = world.anyChild();
    String into = view.survivorOf(world.anyChild());
    if (into == null
        || from.equals(into)
        || view.merges().containsKey(from)
        || view.merges().size() >= MOST_MERGES
        || world.chance.nextInt(3) > 0) {
      return;
    }
    world.town.change(it -> it.withMerge(from, into));
    world.count("merged at the host");
    if (world.chance.nextBoolean()) {
      follow(from);
    }
  }

  /** The host tells that something about a child has changed. */
  void follow(String child) {
    note(
        world.cities.hostChanges().follow(World.PLANNER, Set.of(new LearnerId(child))),
        Set.of(child));
  }

  void sweep() {
    note(world.cities.hostChanges().sweep(World.PLANNER), world.town.told().merges().keySet());
  }

  /** What was followed is what the host tells, no more and no less. */
  private void note(HostChanges.Report report, Set<String> asked) {
    Town.View told = world.town.told();
    Map<LearnerId, LearnerId> expected = new HashMap<>();
    for (String each : asked) {
      String survivor = told.survivorOf(each);
      if (survivor != null && !survivor.equals(each)) {
        expected.put(new LearnerId(each), new LearnerId(survivor));
      }
    }
    if (!report.merged().equals(expected)) {
      throw new AssertionError(report + " does not follow " + expected);
    }
    expected.forEach(
        (from, into) -> world.own.merge(from.value(), into.value(), world.grounds.keySet()));
    expected.forEach((from, into) -> world.count("merge followed"));
  }

  void erase() {
    if (world.chance.nextInt(4) > 0) {
      return;
    }
    switch (world.chance.nextInt(4)) {
      case 0 -> eraseChild(world.anyChild());
      case 1 -> eraseGuardian(World.guardianOf(world.anyChild()));
      case 2 -> eraseAdult(world.any(World.ADULTS));
      default -> eraseAdult(world.chance.nextBoolean() ? "lead-2" : World.PLANNER.id());
    }
    world.count("erased");
  }

  private void eraseChild(String child) {
    Set<String> all = new HashSet<>(world.own.idsOf(child, world.town.told().merges()));
    erase(Person.learner(child));
    all.forEach(world.own::forgetChild);
  }

  private void eraseGuardian(String guardian) {
    erase(Person.guardian(guardian));
    world.own.forgetGuardian(guardian);
  }

  private void eraseAdult(String adult) {
    erase(Person.adult(adult));
    if (world.own.isAnybodyKeptApart(adult)) {
      throw new AssertionError(adult + " was erased, from whom somebody is kept apart");
    }
    world.own.forgetAdult(adult);
  }

  private void erase(Person person) {
    world.cities.privacy().erasure().erase(World.ADMINISTRATOR, person);
  }
}
