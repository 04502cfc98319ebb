package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.educationcities.people.Guardian;
import org.educationcities.people.Learner;
import org.educationcities.spi.source.GeoPoint;

/**
 * What the host told just before a decision.
 *
 * @param learners by id
 * @param guardians by id, each with their relations
 * @param kinds of resources, by their id; only where a policy asks
 * @param schools where schools are, by their id; only where a policy asks
 * @param asOf the earliest moment as of which something of it was true
 */
record Facts(
    Map<String, Learner> learners,
    Map<String, List<Guardian>> guardians,
    Map<String, String> kinds,
    Map<String, GeoPoint> schools,
    Instant asOf) {
  static final Facts NONE = new Facts(Map.of(), Map.of(), Map.of(), Map.of(), Instant.MIN);

  Facts {
    learners = ImmutableMap.copyOf(learners);
    guardians = ImmutableMap.copyOf(guardians);
    kinds = ImmutableMap.copyOf(kinds);
    schools = ImmutableMap.copyOf(schools);
  }

  /** Where a learner may set out from: home and school, as far as they are known. */
  List<GeoPoint> startsOf(Learner learner) {
    return Stream.concat(
            learner.position().stream(),
            learner.schoolId().stream()
                .flatMap(school -> Stream.ofNullable(schools.get(school.value()))))
        .toList();
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "Facts[" + learners.size() + " learners, as of " + asOf + "]";
  }
}
