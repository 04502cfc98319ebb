package org.educationcities.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One placement as a planner sees it: under a pseudonym, with everything that explains it.
 * Immutable.
 */
public final class PlannedPlacement {
  private final String city;
  private final String pseudonym;
  private final String opportunity;
  private final String provider;
  private final int affinity;
  private final List<Points> points;
  private final long price;
  private final long distanceMetres;
  private final String slot;
  private final ClearanceState clearance;
  private final String clearanceNote;
  private final @Nullable WhyNot whyNot;

  private PlannedPlacement(Builder builder) {
    this.city = builder.city;
    this.pseudonym = builder.pseudonym;
    this.opportunity = builder.opportunity;
    this.provider = builder.provider;
    this.affinity = builder.affinity;
    this.points = List.copyOf(builder.points);
    this.price = builder.price;
    this.distanceMetres = builder.distanceMetres;
    this.slot = builder.slot;
    this.clearance = builder.clearance;
    this.clearanceNote = builder.clearanceNote;
    this.whyNot = builder.whyNot;
  }

  /**
   * Starts a placement.
   *
   * @param city the city's name
   * @param pseudonym the learner's pseudonym, never an id or a name of the host
   * @param opportunity the opportunity's public name
   * @param provider the provider's public name
   * @param affinity 0..1000
   */
  public static Builder builder(
      String city, String pseudonym, String opportunity, String provider, int affinity) {
    return new Builder(city, pseudonym, opportunity, provider, affinity);
  }

  /** The city's name. */
  public String city() {
    return city;
  }

  /** The learner's pseudonym. */
  public String pseudonym() {
    return pseudonym;
  }

  /** The opportunity's public name. */
  public String opportunity() {
    return opportunity;
  }

  /** The provider's public name. */
  public String provider() {
    return provider;
  }

  /** The affinity, 0..1000. */
  public int affinity() {
    return affinity;
  }

  /** What the affinity is made of. */
  public List<Points> points() {
    return points;
  }

  /** The price of the place, in points. */
  public long price() {
    return price;
  }

  /** The distance from the learner's school or locality, in metres; -1 where unknown. */
  public long distanceMetres() {
    return distanceMetres;
  }

  /** When it takes place, in words; empty where not told. */
  public String slot() {
    return slot;
  }

  /** How far it is on its way to being allowed. */
  public ClearanceState clearance() {
    return clearance;
  }

  /** What the clearance waits for, or until when it holds; empty where not told. */
  public String clearanceNote() {
    return clearanceNote;
  }

  /** Why not another, if there is one to tell of. */
  public Optional<WhyNot> whyNot() {
    return Optional.ofNullable(whyNot);
  }

  /** Redacted: which city, and nothing of whom. */
  @Override
  public String toString() {
    return "PlannedPlacement[" + city + "]";
  }

  /**
   * Why a better-liked opportunity was not given: "its price is 640, your affinity 610: it would
   * have taken at least 31 more points".
   *
   * @param opportunity the other opportunity's public name
   * @param affinity the learner's affinity there, 0..1000
   * @param price the price of its place, in points
   * @param pointsMissing how many more points it would have taken at least; 0 where a rule and not
   *     a price stood against it
   * @param rule the rule that stood against it, in words; empty where it was the price
   */
  public record WhyNot(
      String opportunity, int affinity, long price, long pointsMissing, String rule) {
    /** A reason, checked. */
    public WhyNot {
      opportunity = Checks.name(opportunity, "other opportunity");
      Checks.points(affinity, "affinity to the other opportunity");
      Checks.atLeastZero(price, "price of the other place");
      Checks.atLeastZero(pointsMissing, "number of points missing");
      rule = Checks.text(rule, "rule");
    }
  }

  /** Gathers a placement; not thread-safe. */
  public static final class Builder {
    private final String city;
    private final String pseudonym;
    private final String opportunity;
    private final String provider;
    private final int affinity;
    private final List<Points> points = new ArrayList<>();
    private long price;
    private long distanceMetres = -1;
    private String slot = "";
    private ClearanceState clearance = ClearanceState.WAITING;
    private String clearanceNote = "";
    private @Nullable WhyNot whyNot;

    private Builder(
        String city, String pseudonym, String opportunity, String provider, int affinity) {
      this.city = Checks.name(city, "city");
      this.pseudonym = Checks.name(pseudonym, "pseudonym");
      this.opportunity = Checks.name(opportunity, "opportunity");
      this.provider = Checks.name(provider, "provider");
      this.affinity = Checks.points(affinity, "affinity");
    }

    /** Adds a line of the explanation. */
    public Builder points(Points line) {
      points.add(Objects.requireNonNull(line, "line"));
      return this;
    }

    /** Sets the price of the place, in points. */
    public Builder price(long price) {
      this.price = Checks.atLeastZero(price, "price");
      return this;
    }

    /** Sets the distance, in metres. */
    public Builder distanceMetres(long metres) {
      this.distanceMetres = Checks.atLeastZero(metres, "distance in metres");
      return this;
    }

    /** Says when it takes place, such as "Tue 15:00-16:30". */
    public Builder slot(String slot) {
      this.slot = Checks.text(slot, "slot");
      return this;
    }

    /** Says how far it is on its way to being allowed; waiting unless told. */
    public Builder clearance(ClearanceState state, String note) {
      this.clearance = Objects.requireNonNull(state, "state");
      this.clearanceNote = Checks.text(note, "clearance's note");
      return this;
    }

    /** Says why not another. */
    public Builder whyNot(WhyNot whyNot) {
      this.whyNot = Objects.requireNonNull(whyNot, "whyNot");
      return this;
    }

    /**
     * The placement.
     *
     * @throws IllegalStateException where the points don't add up to the affinity
     */
    public PlannedPlacement build() {
      int sum = points.stream().mapToInt(Points::points).sum();
      if (!points.isEmpty() && sum != affinity) {
        throw new IllegalStateException(
            "The points of a placement add up to "
                + sum
                + ", its affinity is "
                + affinity
                + ".\nMaybe a line of the explanation was left out.");
      }
      return new PlannedPlacement(this);
    }
  }
}
