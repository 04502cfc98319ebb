package org.educationcities.examples.cityinabox.circles;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.circle.ClassroomGroup;
import org.educationcities.circle.ClassroomTeams;
import org.educationcities.circle.Occasion;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.Goal;
import org.educationcities.people.AdultId;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Strength;
import org.educationcities.profile.TopicId;
import org.educationcities.spi.source.ClassRecord;

/** Education Teams of classes, about what some of a class can and others want to learn. */
final class InClassroom {
  private static final int TOPICS = 4;
  private static final int TEAM = 4;

  private InClassroom() {}

  static List<Collaboration> make(
      Parties parties, List<ClassRecord> classes, Occasion occasion, long seed) {
    // Each class for itself, so they can be composed side by side; the order stays that of the
    // list.
    return classes.parallelStream()
        .flatMap(each -> teams(parties, each, occasion, seed).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static List<Collaboration> teams(
      Parties parties, ClassRecord classroom, Occasion occasion, long seed) {
    List<String> learners = ImmutableSortedSet.copyOf(classroom.learnerIds()).asList();
    if (learners.size() < 2) {
      return List.of();
    }
    List<TopicId> topics = topics(parties, learners);
    if (topics.isEmpty()) {
      return List.of();
    }
    ClassroomGroup.Builder group =
        ClassroomGroup.builder(
                parties.home(classroom),
                Goal.of(topics.get(0), "lessons given to each other", learners.size()))
            .teamSize(TEAM);
    topics.stream().skip(1).forEach(group::topic);
    learners.forEach(each -> group.learner(parties.learner(each)));
    ImmutableSortedSet.copyOf(classroom.educatorIds())
        .forEach(each -> group.coach(new AdultId(each)));
    return ClassroomTeams.compose(group.build(), occasion, seed).proposals();
  }

  /** The topics that some could teach and most others want to learn, most first. */
  private static List<TopicId> topics(Parties parties, List<String> learners) {
    Map<String, int[]> sides = new TreeMap<>();
    for (String each : learners) {
      var profile = parties.learner(each).profile();
      for (Strength strength : profile.strengths()) {
        if (strength.proficiency().level() >= 2) {
          sides.computeIfAbsent(strength.topic().value(), id -> new int[2])[0]++;
        }
      }
      for (GrowthArea area : profile.growthAreas()) {
        sides.computeIfAbsent(area.topic().value(), id -> new int[2])[1]++;
      }
    }
    List<Map.Entry<String, int[]>> ranked = new ArrayList<>(sides.entrySet());
    ranked.removeIf(each -> each.getValue()[0] == 0);
    ranked.sort(
        Comparator.comparingInt(
                (Map.Entry<String, int[]> each) ->
                    -Math.min(each.getValue()[0], 1 + each.getValue()[1]))
            .thenComparing(Map.Entry::getKey));
    return ranked.stream().limit(TOPICS).map(each -> new TopicId(each.getKey())).toList();
  }
}
