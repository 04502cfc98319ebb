package org.educationcities.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.educationcities.Role;
import org.educationcities.safeguarding.AgeRule;
import org.educationcities.safeguarding.Overridable;
import org.educationcities.safeguarding.OverrideRule;
import org.educationcities.safeguarding.QuietHours;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.jspecify.annotations.Nullable;

/** A policy as the oracle reads it: its own numbers, of which the library's policy is made. */
record Rules(
    int version,
    Instant from,
    int youngest,
    int ownAge,
    int fewestAdults,
    List<Band> bands,
    Map<String, Integer> vettingDays,
    Duration freshness,
    Duration validity,
    Overriding overriding) {

  Rules {
    bands = ImmutableList.copyOf(bands);
    vettingDays = ImmutableMap.copyOf(vettingDays);
  }

  /** What holds from an age on; the youngest band first. */
  record Band(
      int from,
      int perAdult,
      int minutesADay,
      int minutesAWeek,
      int earliest,
      int latest,
      Set<String> refused,
      @Nullable Integer metres) {}

  /** What two people may override, in which roles, and for how long. */
  record Overriding(Set<Overridable> conditions, Set<Role> roles, Duration longest) {
    Overriding {
      conditions = ImmutableSet.copyOf(conditions);
      roles = ImmutableSet.copyOf(roles);
    }

    private OverrideRule rule() {
      return new OverrideRule(conditions, roles, longest);
    }

    private static Overriding random(SplittableRandom chance) {
      Set<Overridable> conditions = EnumSet.noneOf(Overridable.class);
      for (Overridable each : Overridable.values()) {
        if (chance.nextInt(3) > 0) {
          conditions.add(each);
        }
      }
      if (conditions.isEmpty() || chance.nextInt(3) == 0) {
        return new Overriding(Set.of(), Set.of(), Duration.ZERO);
      }
      Set<Role> roles = EnumSet.of(Role.SAFEGUARDING_LEAD);
      if (chance.nextInt(4) > 0) {
        roles.add(Role.PLANNER);
      }
      if (chance.nextBoolean()) {
        roles.add(Role.EDUCATOR);
      }
      return new Overriding(conditions, roles, Duration.ofDays(2 + chance.nextInt(40)));
    }
  }

  static Rules random(SplittableRandom chance, int version, Instant from) {
    List<Band> bands = new ArrayList<>();
    bands.add(band(chance, 0));
    if (chance.nextInt(3) > 0) {
      bands.add(band(chance, 12 + chance.nextInt(2)));
    }
    if (chance.nextInt(3) == 0) {
      bands.add(band(chance, 15 + chance.nextInt(2)));
    }
    int youngest = chance.nextInt(6) == 0 ? 13 : 6;
    return new Rules(
        version,
        from,
        youngest,
        15 + chance.nextInt(4),
        chance.nextInt(6) == 0 ? 2 : 1,
        bands,
        chance.nextInt(8) == 0 ? Map.of("cleared", 30) : Map.of("cleared", 365, "police", 90),
        Duration.ofHours(12 + chance.nextInt(36)),
        Duration.ofDays(5 + chance.nextInt(60)),
        Overriding.random(chance));
  }

  private static Band band(SplittableRandom chance, int from) {
    return new Band(
        from,
        chance.nextInt(3) == 0 ? 1 : 2 + chance.nextInt(3),
        chance.nextInt(5) == 0 ? 90 : 240,
        chance.nextInt(3) == 0 ? 240 : 600,
        chance.nextInt(6) == 0 ? 16 : 8,
        chance.nextInt(6) == 0 ? 17 : 20,
        chance.nextInt(3) == 0 ? Set.of("workshop") : Set.of(),
        chance.nextInt(3) == 0 ? 1000 + 9000 * chance.nextInt(2) : null);
  }

  SafeguardingPolicy policy() {
    SafeguardingPolicy.Builder policy =
        SafeguardingPolicy.builder("Rules " + version, version, from)
            .minimumAge(youngest)
            .ageOfOwnPermission(ownAge)
            .fewestAdults(fewestAdults)
            .factsNoOlderThan(freshness)
            .clearanceValidFor(validity)
            .arrivalDelay(Duration.ofMinutes(15))
            .overrides(overriding.rule())
            .quietHours(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)))
            .statistics(10, 10);
    for (Band each : bands) {
      policy.age(
          new AgeRule(
              each.from(),
              each.perAdult(),
              Duration.ofMinutes(each.minutesADay()),
              Duration.ofMinutes(each.minutesAWeek()),
              each.earliest(),
              each.latest(),
              each.refused(),
              each.metres()));
    }
    vettingDays.forEach((kind, days) -> policy.vetting(kind, Duration.ofDays(days)));
    return policy.build();
  }
}
