package org.educationcities.resource;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.Names;
import org.educationcities.people.AgeRange;
import org.educationcities.profile.Profile;
import org.educationcities.spi.source.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A bounded offer of a resource in a term: what it teaches, what it needs, when, for how many and
 * for whom. One that states needs is a challenge too, which learners' strengths serve. Immutable.
 */
public final class Opportunity {
  private final OpportunityId id;
  private final ResourceId resourceId;
  private final ProviderId providerId;
  private final CityId cityId;
  private final TermId termId;
  private final Names names;
  private final Schedule schedule;
  private final @Nullable GeoPoint position;
  private final Profile profile;
  private final int minimumPlaces;
  private final int places;
  private final AgeRange ages;
  private final List<String> languages;
  private final Set<String> arrangements;
  private final @Nullable Cost cost;
  private final Circle openTo;
  private final boolean inferred;
  private final boolean generated;

  private Opportunity(Builder builder) {
    id = builder.id;
    resourceId = builder.resourceId;
    providerId = builder.providerId;
    cityId = builder.cityId;
    termId = builder.termId;
    names = builder.names;
    schedule = builder.schedule;
    position = builder.position;
    profile = builder.profile;
    minimumPlaces = builder.minimumPlaces;
    places = builder.places;
    ages = builder.ages;
    languages = builder.languages;
    arrangements = builder.arrangements;
    cost = builder.cost;
    openTo = builder.openTo;
    inferred = builder.inferred;
    generated = builder.generated;
  }

  /** Starts an opportunity; without an identity it cannot be built. */
  public static Builder builder(OpportunityId id) {
    return new Builder(id);
  }

  /** Its id. */
  public OpportunityId id() {
    return id;
  }

  /** The resource it is an offer of. */
  public ResourceId resourceId() {
    return resourceId;
  }

  /** Whose offer it is. */
  public ProviderId providerId() {
    return providerId;
  }

  /** The city it takes place in. */
  public CityId cityId() {
    return cityId;
  }

  /** The term it is offered for. */
  public TermId termId() {
    return termId;
  }

  /** Its public names. */
  public Names names() {
    return names;
  }

  /** When it takes place. */
  public Schedule schedule() {
    return schedule;
  }

  /** Where it takes place, unless it is digital. */
  public Optional<GeoPoint> position() {
    return Optional.ofNullable(position);
  }

  /** What it teaches, as strengths, and what it needs, as growth areas. */
  public Profile profile() {
    return profile;
  }

  /** The fewest learners it takes place with; 0 if it always does. */
  public int minimumPlaces() {
    return minimumPlaces;
  }

  /** The most learners it takes, 1 or more. */
  public int places() {
    return places;
  }

  /** The ages it takes. */
  public AgeRange ages() {
    return ages;
  }

  /** The languages spoken in it, BCP 47 tags; empty if it needs none. */
  public List<String> languages() {
    return languages;
  }

  /** The arrangements it has, by the codes of the city's list. */
  public Set<String> arrangements() {
    return arrangements;
  }

  /** What taking part costs, if it costs anything. */
  public Optional<Cost> cost() {
    return Optional.ofNullable(cost);
  }

  /** The circle it is open to; who takes part makes the circle of the collaboration. */
  public Circle openTo() {
    return openTo;
  }

  /** Whether its topics were inferred from the kind of place rather than stated. */
  public boolean isInferred() {
    return inferred;
  }

  /** Whether it was made up for an example. */
  public boolean isGenerated() {
    return generated;
  }

  /** Whether it states needs that learners can serve: the city in return. */
  public boolean isChallenge() {
    return !profile.growthAreas().isEmpty();
  }

  /** A builder that starts from this opportunity. */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.resourceId = resourceId;
    builder.providerId = providerId;
    builder.cityId = cityId;
    builder.termId = termId;
    builder.names = names;
    builder.schedule = schedule;
    builder.position = position;
    builder.profile = profile;
    builder.minimumPlaces = minimumPlaces;
    builder.places = places;
    builder.ages = ages;
    builder.languages = languages;
    builder.arrangements = arrangements;
    builder.cost = cost;
    builder.openTo = openTo;
    builder.inferred = inferred;
    builder.generated = generated;
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Opportunity that
        && id.equals(that.id)
        && resourceId.equals(that.resourceId)
        && providerId.equals(that.providerId)
        && cityId.equals(that.cityId)
        && termId.equals(that.termId)
        && names.equals(that.names)
        && schedule.equals(that.schedule)
        && Objects.equals(position, that.position)
        && profile.equals(that.profile)
        && minimumPlaces == that.minimumPlaces
        && places == that.places
        && ages.equals(that.ages)
        && languages.equals(that.languages)
        && arrangements.equals(that.arrangements)
        && Objects.equals(cost, that.cost)
        && openTo.equals(that.openTo)
        && inferred == that.inferred
        && generated == that.generated;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Opportunity[" + id + "]";
  }

  /** Collects the parts of an opportunity. Not thread-safe. */
  @SuppressWarnings("NullAway.Init") // build() checks that what must be there is
  public static final class Builder {
    private final OpportunityId id;
    private ResourceId resourceId;
    private ProviderId providerId;
    private CityId cityId;
    private TermId termId;
    private Names names;
    private Schedule schedule;
    private @Nullable GeoPoint position;
    private Profile profile = Profile.empty();
    private int minimumPlaces = 0;
    private int places = 1;
    private AgeRange ages = AgeRange.ALL;
    private List<String> languages = ImmutableList.of();
    private Set<String> arrangements = ImmutableSet.of();
    private @Nullable Cost cost;
    private Circle openTo = Circle.CITY;
    private boolean inferred = false;
    private boolean generated = false;

    private Builder(OpportunityId id) {
      this.id = Objects.requireNonNull(id, "id");
    }

    /** The resource it is an offer of. */
    public Builder resourceId(ResourceId newResourceId) {
      resourceId = newResourceId;
      return this;
    }

    /** Whose offer it is. */
    public Builder providerId(ProviderId newProviderId) {
      providerId = newProviderId;
      return this;
    }

    /** The city it takes place in. */
    public Builder cityId(CityId newCityId) {
      cityId = newCityId;
      return this;
    }

    /** The term it is offered for. */
    public Builder termId(TermId newTermId) {
      termId = newTermId;
      return this;
    }

    /** Its public names. */
    public Builder names(Names newNames) {
      names = newNames;
      return this;
    }

    /** When it takes place. */
    public Builder schedule(Schedule newSchedule) {
      schedule = newSchedule;
      return this;
    }

    /** Where it takes place, unless it is digital. */
    public Builder position(@Nullable GeoPoint newPosition) {
      position = newPosition;
      return this;
    }

    /** What it teaches, as strengths, and what it needs, as growth areas. */
    public Builder profile(Profile newProfile) {
      profile = newProfile;
      return this;
    }

    /** The fewest learners it takes place with; 0 if it always does. */
    public Builder minimumPlaces(int newMinimumPlaces) {
      minimumPlaces = newMinimumPlaces;
      return this;
    }

    /** The most learners it takes, 1 or more. */
    public Builder places(int newPlaces) {
      places = newPlaces;
      return this;
    }

    /** The ages it takes. */
    public Builder ages(AgeRange newAges) {
      ages = newAges;
      return this;
    }

    /** The languages spoken in it, BCP 47 tags; empty if it needs none. */
    public Builder languages(List<String> newLanguages) {
      languages = ImmutableList.copyOf(newLanguages);
      return this;
    }

    /** The arrangements it has, by the codes of the city's list. */
    public Builder arrangements(Set<String> newArrangements) {
      arrangements = ImmutableSet.copyOf(newArrangements);
      return this;
    }

    /** What taking part costs, if it costs anything. */
    public Builder cost(@Nullable Cost newCost) {
      cost = newCost;
      return this;
    }

    /** The circle it is open to; who takes part makes the circle of the collaboration. */
    public Builder openTo(Circle newOpenTo) {
      openTo = newOpenTo;
      return this;
    }

    /** Whether its topics were inferred from the kind of place rather than stated. */
    public Builder inferred(boolean newInferred) {
      inferred = newInferred;
      return this;
    }

    /** Whether it was made up for an example. */
    public Builder generated(boolean newGenerated) {
      generated = newGenerated;
      return this;
    }

    /**
     * The opportunity.
     *
     * @throws IllegalArgumentException if places are out of range
     * @throws NullPointerException if the resource, provider, city, term, names or schedule is
     *     missing
     */
    public Opportunity build() {
      Objects.requireNonNull(resourceId, "resourceId");
      Objects.requireNonNull(providerId, "providerId");
      Objects.requireNonNull(cityId, "cityId");
      Objects.requireNonNull(termId, "termId");
      Objects.requireNonNull(names, "names");
      Objects.requireNonNull(schedule, "schedule");
      Objects.requireNonNull(profile, "profile");
      Objects.requireNonNull(ages, "ages");
      Objects.requireNonNull(openTo, "openTo");
      if (places < 1 || places > 1_000_000 || minimumPlaces < 0 || minimumPlaces > places) {
        throw new IllegalArgumentException(
            "Places are 1 to 1000000 and not below the minimum, not "
                + places
                + " with a minimum of "
                + minimumPlaces
                + ".");
      }
      return new Opportunity(this);
    }
  }
}
