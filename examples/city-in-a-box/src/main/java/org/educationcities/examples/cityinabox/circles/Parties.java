package org.educationcities.examples.cityinabox.circles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.educationcities.circle.ProfiledParty;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Home;
import org.educationcities.examples.cityinabox.CityData;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Strength;
import org.educationcities.registry.KnownProfile;
import org.educationcities.resource.Opportunity;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;

/**
 * Everybody of the files as parties: where they are at home, and what they can and want to learn.
 */
final class Parties {
  final CityData data;
  final Map<String, LearnerRecord> learners = new HashMap<>();
  final Map<String, SchoolRecord> schools = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<Party, Profile> profiles = new HashMap<>();
  private final Map<String, ClassRecord> classOf = new HashMap<>();

  Parties(CityData data) {
    this.data = data;
    data.roster().learners().forEach(each -> learners.put(each.id(), each));
    data.roster().schools().forEach(each -> schools.put(each.id(), each));
    for (CityRecord city : data.roster().cities()) {
      countries.put(city.id(), city.country());
    }
    for (KnownProfile known : data.profiles()) {
      profiles.put(known.party(), known.profile());
    }
    for (ClassRecord each : data.roster().classes()) {
      each.learnerIds().forEach(learner -> classOf.put(learner, each));
    }
  }

  String countryOf(String city) {
    return Objects.requireNonNull(countries.get(city), city);
  }

  Profile profileOf(Party party) {
    return profiles.getOrDefault(party, Profile.empty());
  }

  SchoolRecord school(String id) {
    return Objects.requireNonNull(schools.get(id), id);
  }

  Home home(ClassRecord classroom) {
    String city = school(classroom.schoolId()).cityId();
    return Home.in(
        countryOf(city),
        new CityId(city),
        new SchoolId(classroom.schoolId()),
        new ClassroomId(classroom.id()));
  }

  ProfiledParty learner(String id) {
    Party party = new Party(Party.Kind.LEARNER, id);
    LearnerRecord record = Objects.requireNonNull(learners.get(id), id);
    ClassRecord classroom = classOf.get(id);
    Home home;
    if (classroom != null) {
      home = home(classroom);
    } else {
      CityId city = new CityId(record.cityId());
      String country = countryOf(record.cityId());
      home =
          record
              .schoolId()
              .map(school -> Home.in(country, city, new SchoolId(school)))
              .orElseGet(() -> Home.in(country, city));
    }
    return new ProfiledParty(party, home, profileOf(party));
  }

  ProfiledParty educator(AdultRecord adult) {
    String school = adult.schoolId().orElseThrow();
    String city = school(school).cityId();
    Party party = new Party(Party.Kind.ADULT, adult.id());
    return new ProfiledParty(
        party, Home.in(countryOf(city), new CityId(city), new SchoolId(school)), profileOf(party));
  }

  ProfiledParty school(SchoolRecord school) {
    Party party = new Party(Party.Kind.SCHOOL, school.id());
    return new ProfiledParty(
        party,
        Home.in(countryOf(school.cityId()), new CityId(school.cityId()), new SchoolId(school.id())),
        profileOf(party));
  }

  /** The providers of a city, each with all that its opportunities teach and need together. */
  List<ProfiledParty> providers(String city) {
    Map<String, Profile.Builder> byId = new TreeMap<>();
    for (Opportunity each : data.opportunities()) {
      if (each.cityId().value().equals(city)) {
        Profile.Builder profile =
            byId.computeIfAbsent(each.providerId().value(), id -> Profile.builder());
        for (Strength strength : each.profile().strengths()) {
          profile.strength(strength.topic(), strength.proficiency());
        }
        for (GrowthArea need : each.profile().growthAreas()) {
          profile.atLeast(need.topic(), need.importance());
        }
      }
    }
    List<ProfiledParty> providers = new ArrayList<>();
    Home home = Home.in(countryOf(city), new CityId(city));
    byId.forEach(
        (id, profile) ->
            providers.add(
                new ProfiledParty(new Party(Party.Kind.PROVIDER, id), home, profile.build())));
    return providers;
  }
}
