package org.educationcities.registry;

import java.util.List;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;

/** The stored form of a profile: format 1. */
record ProfileDocument(Party.Kind kind, String id, List<Level> strengths, List<Level> growthAreas) {

  /** A topic with a proficiency or an importance. */
  record Level(TopicId topic, int level) {}

  static ProfileDocument of(KnownProfile known) {
    return new ProfileDocument(
        known.party().kind(),
        known.party().id(),
        strengths(known.profile()),
        growthAreas(known.profile()));
  }

  KnownProfile toProfile() {
    return new KnownProfile(new Party(kind, id), profile(strengths, growthAreas));
  }

  static List<Level> strengths(Profile profile) {
    return profile.strengths().stream()
        .map(each -> new Level(each.topic(), each.proficiency().level()))
        .toList();
  }

  static List<Level> growthAreas(Profile profile) {
    return profile.growthAreas().stream()
        .map(each -> new Level(each.topic(), each.importance().level()))
        .toList();
  }

  static Profile profile(List<Level> strengths, List<Level> growthAreas) {
    Profile.Builder profile = Profile.builder();
    strengths.forEach(each -> profile.strength(each.topic(), Proficiency.of(each.level())));
    growthAreas.forEach(each -> profile.growthArea(each.topic(), new Importance(each.level())));
    return profile.build();
  }

  /** The kind of party only. */
  @Override
  public String toString() {
    return "ProfileDocument[" + kind + "]";
  }
}
