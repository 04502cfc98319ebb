package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A policy as it is stored and written in a file; its components are the file's fields. */
record PolicyDocument(
    String name,
    int version,
    Instant inForceFrom,
    int minimumAge,
    int ageOfOwnPermission,
    int fewestAdults,
    List<AgeRule> ages,
    Map<String, Duration> vettings,
    Duration factsNoOlderThan,
    Duration clearanceValidFor,
    Duration arrivalDelay,
    QuietHours quietHours,
    Map<String, Duration> retention,
    int smallestCell,
    int protectionWidth,
    OverrideRule overrides,
    Set<PersonalField> disclosed) {
  PolicyDocument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(inForceFrom, "inForceFrom");
    Objects.requireNonNull(factsNoOlderThan, "factsNoOlderThan");
    Objects.requireNonNull(clearanceValidFor, "clearanceValidFor");
    Objects.requireNonNull(arrivalDelay, "arrivalDelay");
    Objects.requireNonNull(quietHours, "quietHours");
    Objects.requireNonNull(overrides, "overrides");
    disclosed = Sets.immutableEnumSet(disclosed);
    ages = ImmutableList.copyOf(ages);
    vettings = ImmutableSortedMap.copyOf(vettings);
    retention = ImmutableSortedMap.copyOf(retention);
  }
}
