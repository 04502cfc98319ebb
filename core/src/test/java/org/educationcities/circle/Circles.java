package org.educationcities.circle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.Names;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Home;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Taxonomy;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;

/** Parties and profiles for the tests of this room. */
abstract class Circles {
  static final List<String> TOPICS =
      List.of("robotics", "drawing", "gardening", "chess", "theatre", "fractions");
  static final Taxonomy TAXONOMY =
      Taxonomy.of(
          TOPICS.stream()
              .map(t -> new Topic(new TopicId(t), Names.of("en", t), Set.of()))
              .toList());
  static final AffinityFormula FORMULA = new AffinityFormula(TAXONOMY, AffinityRule.STANDARD);
  static final Occasion OCCASION =
      new Occasion("term-1", Instant.parse("2026-09-01T06:00:00Z"), null);

  static TopicId topic(String id) {
    return new TopicId(id);
  }

  static Home city(String country, String city) {
    return Home.in(country, new CityId(city));
  }

  static Home school(String school) {
    return Home.in("IL", new CityId("hadera"), new SchoolId(school));
  }

  static Home classroom(String school, String classroom) {
    return Home.in("IL", new CityId("hadera"), new SchoolId(school), new ClassroomId(classroom));
  }

  static ProfiledParty party(Party.Kind kind, String id, Home home, Profile profile) {
    return new ProfiledParty(new Party(kind, id), home, profile);
  }

  /** A profile such as {@code can("chess", 3).wants("drawing", 4)}. */
  static Maker can(String topic, int level) {
    return new Maker(Profile.builder()).can(topic, level);
  }

  static Maker wants(String topic, int importance) {
    return new Maker(Profile.builder()).wants(topic, importance);
  }

  record Maker(Profile.Builder builder) {
    Maker can(String topic, int level) {
      builder.strength(new TopicId(topic), Proficiency.of(level));
      return this;
    }

    Maker wants(String topic, int importance) {
      builder.growthArea(new TopicId(topic), new Importance(importance));
      return this;
    }

    Profile profile() {
      return builder.build();
    }
  }

  /** Some strengths and growth areas, drawn. */
  static Profile drawn(SplittableRandom random) {
    Profile.Builder builder = Profile.builder();
    for (String topic : TOPICS) {
      int draw = random.nextInt(8);
      if (draw < 3) {
        builder.strength(new TopicId(topic), Proficiency.of(2 + draw % 3));
      } else if (draw < 6) {
        builder.growthArea(new TopicId(topic), new Importance(draw - 2));
      }
    }
    return builder.build();
  }

  static List<ProfiledParty> drawn(
      SplittableRandom random, Party.Kind kind, String prefix, Home home, int count) {
    List<ProfiledParty> parties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parties.add(party(kind, prefix + i, home, drawn(random)));
    }
    return parties;
  }
}
