package org.educationcities.citycsv;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Quest;
import org.educationcities.profile.Topic;
import org.educationcities.profile.Wish;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.SchoolCalendar;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.SchoolRecord;

/** What the city's own files hold, or are to hold. Immutable. */
public final class CityFiles {
  private final List<CityRecord> cities;
  private final List<SchoolRecord> schools;
  private final List<AdultRecord> adults;
  private final List<LearnerNote> learners;
  private final List<Topic> topics;
  private final Map<Party, Profile> profiles;
  private final List<Quest> quests;
  private final List<Wish> wishes;
  private final Map<String, SchoolCalendar> calendars;
  private final List<Opportunity> opportunities;

  private CityFiles(Builder builder) {
    cities = builder.cities;
    schools = builder.schools;
    adults = builder.adults;
    learners = builder.learners;
    topics = builder.topics;
    profiles = builder.profiles;
    quests = builder.quests;
    wishes = builder.wishes;
    calendars = builder.calendars;
    opportunities = builder.opportunities;
  }

  /** Starts with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** The cities with their localities. */
  public List<CityRecord> cities() {
    return cities;
  }

  /** The schools as this city knows them: where they are, what they teach in. */
  public List<SchoolRecord> schools() {
    return schools;
  }

  /** Adults that stand in no school's roster: those of providers. */
  public List<AdultRecord> adults() {
    return adults;
  }

  /** What the roster does not say of learners. */
  public List<LearnerNote> learners() {
    return learners;
  }

  /** The topics; together they make a taxonomy. */
  public List<Topic> topics() {
    return topics;
  }

  /** The profiles by party. */
  public Map<Party, Profile> profiles() {
    return profiles;
  }

  /** The quests. */
  public List<Quest> quests() {
    return quests;
  }

  /** The wishes. */
  public List<Wish> wishes() {
    return wishes;
  }

  /** The holidays by the id of their city. */
  public Map<String, SchoolCalendar> calendars() {
    return calendars;
  }

  /** The opportunities. */
  public List<Opportunity> opportunities() {
    return opportunities;
  }

  /**
   * The schools of a roster, with what these files add: position, locality, languages and grades,
   * and names in further languages. A school that these files do not have stays as it is.
   */
  public List<SchoolRecord> completeSchools(Collection<SchoolRecord> roster) {
    Map<String, SchoolRecord> known = new HashMap<>();
    schools.forEach(each -> known.put(each.id(), each));
    return roster.stream()
        .map(each -> known.containsKey(each.id()) ? complete(each, known.get(each.id())) : each)
        .toList();
  }

  private static SchoolRecord complete(SchoolRecord school, SchoolRecord known) {
    Map<String, String> names = new HashMap<>(school.names());
    if (!known.names().isEmpty()) {
      // The roster does not say in which language it names a school; the city does.
      names.remove("und");
    }
    names.putAll(known.names());
    return SchoolRecord.builder(school.id(), school.cityId())
        .names(names)
        .position(known.position().or(school::position).orElse(null))
        .localityId(known.localityId().or(school::localityId).orElse(null))
        .languages(known.languages().isEmpty() ? school.languages() : known.languages())
        .grades(known.grades().isEmpty() ? school.grades() : known.grades())
        .build();
  }

  /** The learners of a roster, with what these files add: languages, arrangements, position. */
  public List<LearnerRecord> completeLearners(Collection<LearnerRecord> roster) {
    Map<String, LearnerNote> known = new HashMap<>();
    learners.forEach(each -> known.put(each.id(), each));
    return roster.stream()
        .map(each -> known.containsKey(each.id()) ? complete(each, known.get(each.id())) : each)
        .toList();
  }

  private static LearnerRecord complete(LearnerRecord learner, LearnerNote known) {
    return LearnerRecord.builder(learner.id(), learner.cityId())
        .schoolId(learner.schoolId().orElse(null))
        .grade(learner.grade().orElse(null))
        .birthDate(learner.birthDate().orElse(null))
        .languages(known.languages())
        .arrangements(known.arrangements())
        .position(known.position())
        .mergedInto(learner.mergedInto().orElse(null))
        .build();
  }

  /** Collects what the files hold. Not thread-safe. */
  public static final class Builder {
    private List<CityRecord> cities = ImmutableList.of();
    private List<SchoolRecord> schools = ImmutableList.of();
    private List<AdultRecord> adults = ImmutableList.of();
    private List<LearnerNote> learners = ImmutableList.of();
    private List<Topic> topics = ImmutableList.of();
    private Map<Party, Profile> profiles = ImmutableMap.of();
    private List<Quest> quests = ImmutableList.of();
    private List<Wish> wishes = ImmutableList.of();
    private Map<String, SchoolCalendar> calendars = ImmutableMap.of();
    private List<Opportunity> opportunities = ImmutableList.of();

    private Builder() {}

    /** The cities with their localities. */
    public Builder cities(Collection<CityRecord> newCities) {
      cities = ImmutableList.copyOf(newCities);
      return this;
    }

    /** The schools. */
    public Builder schools(Collection<SchoolRecord> newSchools) {
      schools = ImmutableList.copyOf(newSchools);
      return this;
    }

    /** Adults of providers. */
    public Builder adults(Collection<AdultRecord> newAdults) {
      adults = ImmutableList.copyOf(newAdults);
      return this;
    }

    /** What the roster does not say of learners. */
    public Builder learners(Collection<LearnerNote> newLearners) {
      learners = ImmutableList.copyOf(newLearners);
      return this;
    }

    /** The topics. */
    public Builder topics(Collection<Topic> newTopics) {
      topics = ImmutableList.copyOf(newTopics);
      return this;
    }

    /** The profiles by party; those of opportunities stand with the opportunities. */
    public Builder profiles(Map<Party, Profile> newProfiles) {
      profiles = ImmutableMap.copyOf(newProfiles);
      return this;
    }

    /** The quests. */
    public Builder quests(Collection<Quest> newQuests) {
      quests = ImmutableList.copyOf(newQuests);
      return this;
    }

    /** The wishes. */
    public Builder wishes(Collection<Wish> newWishes) {
      wishes = ImmutableList.copyOf(newWishes);
      return this;
    }

    /** The holidays by the id of their city. */
    public Builder calendars(Map<String, SchoolCalendar> newCalendars) {
      calendars = ImmutableMap.copyOf(newCalendars);
      return this;
    }

    /** The opportunities. */
    public Builder opportunities(Collection<Opportunity> newOpportunities) {
      opportunities = ImmutableList.copyOf(newOpportunities);
      return this;
    }

    /** The files. */
    public CityFiles build() {
      return new CityFiles(this);
    }
  }
}
