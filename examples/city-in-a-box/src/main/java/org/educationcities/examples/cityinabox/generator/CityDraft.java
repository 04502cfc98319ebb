package org.educationcities.examples.cityinabox.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.educationcities.examples.cityinabox.facts.RealCity;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.registry.KnownProfile;
import org.educationcities.registry.WishList;
import org.educationcities.resource.Opportunity;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;

/** One city while it is being generated, with the randomness of its own. Not thread-safe. */
final class CityDraft {
  final RealCity city;
  final SplittableRandom random;
  final Ids ids;
  final int learnerCount;
  final List<SchoolRecord> schools = new ArrayList<>();
  final List<ClassRecord> classes = new ArrayList<>();
  final List<LearnerRecord> learners = new ArrayList<>();
  final List<GuardianRecord> guardians = new ArrayList<>();
  final List<AdultRecord> adults = new ArrayList<>();
  final List<ResourceRecord> resources = new ArrayList<>();
  final List<Opportunity> opportunities = new ArrayList<>();
  final List<KnownProfile> profiles = new ArrayList<>();
  final List<Quest> quests = new ArrayList<>();
  final List<WishList> wishes = new ArrayList<>();

  CityDraft(RealCity city, long seed, int learnerCount) {
    this.city = city;
    // Of its own by its name, so that another city more or less changes nothing here.
    this.random = new SplittableRandom(seed * 31 + city.id().hashCode());
    this.ids = new Ids(random.split());
    this.learnerCount = learnerCount;
  }

  void know(Party party, Profile profile) {
    if (!profile.isEmpty()) {
      profiles.add(new KnownProfile(party, profile));
    }
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
