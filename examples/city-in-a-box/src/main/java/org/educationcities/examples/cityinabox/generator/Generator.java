package org.educationcities.examples.cityinabox.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.educationcities.city.CityId;
import org.educationcities.examples.cityinabox.CityData;
import org.educationcities.examples.cityinabox.facts.OwnLists;
import org.educationcities.examples.cityinabox.facts.PlaceKind;
import org.educationcities.examples.cityinabox.facts.RealCities;
import org.educationcities.examples.cityinabox.facts.RealCity;
import org.educationcities.examples.cityinabox.facts.RealLocality;
import org.educationcities.examples.cityinabox.seattle.SeattleGround;
import org.educationcities.profile.Party;
import org.educationcities.profile.Quest;
import org.educationcities.profile.Topic;
import org.educationcities.registry.CityCalendar;
import org.educationcities.registry.KnownProfile;
import org.educationcities.registry.Roster;
import org.educationcities.registry.WishList;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Term;
import org.educationcities.resource.TermId;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.LocalityRecord;

/** Makes up what no public list holds. The same seed and number of learners give the same data. */
public final class Generator {
  /** The term that everything is generated for. */
  public static final Term TERM =
      new Term(new TermId("spring-2027"), LocalDate.of(2027, 2, 1), LocalDate.of(2027, 6, 18));

  /** The fewest learners that fill twelve cities. */
  public static final int FEWEST_LEARNERS = 300;

  private final long seed;
  private final int learners;

  /**
   * A generator.
   *
   * @param seed any
   * @param learners at least {@link #FEWEST_LEARNERS}, over all cities together
   */
  public Generator(long seed, int learners) {
    if (learners < FEWEST_LEARNERS) {
      throw new IllegalArgumentException(
          "Twelve cities need at least " + FEWEST_LEARNERS + " learners, not " + learners + ".");
    }
    this.seed = seed;
    this.learners = learners;
  }

  /** All cities with everything in them. */
  public CityData generate(SeattleGround ground) {
    List<Topic> topics = OwnLists.topics();
    List<PlaceKind> kinds = OwnLists.kinds();
    Interests interests = new Interests(topics);
    Roster.Builder roster = Roster.builder();
    List<CityCalendar> calendars = new ArrayList<>();
    List<KnownProfile> profiles = new ArrayList<>();
    List<Quest> quests = new ArrayList<>();
    List<WishList> wishes = new ArrayList<>();
    List<Opportunity> opportunities = new ArrayList<>();
    List<RealCity> cities = RealCities.all();
    int[] shares = shares(cities);
    for (int i = 0; i < cities.size(); i++) {
      RealCity city = cities.get(i);
      CityDraft draft = new CityDraft(city, seed, shares[i]);
      fill(draft, interests, kinds, ground);
      roster
          .cities(List.of(record(city)))
          .schools(draft.schools)
          .classes(draft.classes)
          .learners(draft.learners)
          .guardians(draft.guardians)
          .adults(draft.adults)
          .resources(draft.resources);
      calendars.add(new CityCalendar(new CityId(city.id()), OwnLists.holidays(city.country())));
      profiles.addAll(draft.profiles);
      quests.addAll(draft.quests);
      wishes.addAll(draft.wishes);
      opportunities.addAll(draft.opportunities);
    }
    return new CityData(
        roster.build(), topics, List.of(TERM), calendars, profiles, quests, wishes, opportunities);
  }

  private static void fill(
      CityDraft draft, Interests interests, List<PlaceKind> kinds, SeattleGround ground) {
    draft.know(new Party(Party.Kind.CITY, draft.city.id()), interests.whole(draft.random));
    Schools.into(draft, interests);
    People.into(draft, interests);
    if (draft.city.id().equals(RealCities.SEATTLE)) {
      SeattlePlaces.into(draft, ground, kinds);
    } else {
      Providers.into(draft, kinds);
    }
    Wants.into(draft, interests);
  }

  /** Learners by city: enough for every circle first, then in proportion to the population. */
  private int[] shares(List<RealCity> cities) {
    int floor = Math.max(18, learners / 60);
    int left = learners - floor * cities.size();
    long population = cities.stream().mapToLong(RealCity::population).sum();
    int[] shares = new int[cities.size()];
    long before = 0;
    for (int i = 0; i < shares.length; i++) {
      long after = before + cities.get(i).population();
      shares[i] = floor + (int) (left * after / population) - (int) (left * before / population);
      before = after;
    }
    return shares;
  }

  private static CityRecord record(RealCity city) {
    return CityRecord.builder(city.id(), city.country(), city.zone())
        .names(city.names())
        .region(city.isRegion())
        .languages(city.languages())
        .localities(city.localities().stream().map(Generator::record).toList())
        .build();
  }

  private static LocalityRecord record(RealLocality locality) {
    return new LocalityRecord(
        locality.id(), locality.names(), locality.position(), locality.population());
  }
}
