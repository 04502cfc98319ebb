package org.educationcities.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.insight.SafeFigure;

/**
 * One city of the public report: its map, its figures, its circles, its strengths against its
 * growth areas, what is missing, and the prices of its places. Immutable; lists keep the order in
 * which they were given, which is the order shown.
 */
public final class CityPage {
  private final String name;
  private final String otherName;
  private final String country;
  private final Map<Measure, SafeFigure> figures;
  private final List<MapLocality> localities;
  private final List<MapPlace> places;
  private final List<CircleResult> circles;
  private final List<TopicBalance> balances;
  private final List<UnmetNeed> unmet;
  private final List<Invitation> invitations;
  private final List<PlacePrice> prices;
  private final List<ProvenanceNote> provenance;

  private CityPage(Builder builder) {
    this.name = builder.name;
    this.otherName = builder.otherName;
    this.country = builder.country;
    this.figures = Map.copyOf(builder.figures);
    this.localities = List.copyOf(builder.localities);
    this.places = List.copyOf(builder.places);
    this.circles = List.copyOf(builder.circles);
    this.balances = List.copyOf(builder.balances);
    this.unmet = List.copyOf(builder.unmet);
    this.invitations = List.copyOf(builder.invitations);
    this.prices = List.copyOf(builder.prices);
    this.provenance = List.copyOf(builder.provenance);
  }

  /**
   * Starts a page.
   *
   * @param name the city's name in the page's language
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The city's name in the page's language. */
  public String name() {
    return name;
  }

  /** Its name in another language, often its own; empty where there is none. */
  public String otherName() {
    return otherName;
  }

  /** Its country's name; empty where not given. */
  public String country() {
    return country;
  }

  /** A headline figure, if it was given. */
  public Optional<SafeFigure> figure(Measure measure) {
    return Optional.ofNullable(figures.get(measure));
  }

  /** Its localities. */
  public List<MapLocality> localities() {
    return localities;
  }

  /** Its schools and its ground for learning. */
  public List<MapPlace> places() {
    return places;
  }

  /** How many places there are of a kind. */
  public long placesOf(MapPlace.Kind kind) {
    return places.stream().filter(place -> place.kind() == kind).count();
  }

  /** What its circles made. */
  public List<CircleResult> circles() {
    return circles;
  }

  /** Its strengths against its growth areas, by topic. */
  public List<TopicBalance> balances() {
    return balances;
  }

  /** What is missing, and where. */
  public List<UnmetNeed> unmet() {
    return unmet;
  }

  /** Quests with no opportunity near. */
  public List<Invitation> invitations() {
    return invitations;
  }

  /** Where one more place does most good. */
  public List<PlacePrice> prices() {
    return prices;
  }

  /** Where its facts come from. */
  public List<ProvenanceNote> provenance() {
    return provenance;
  }

  /** Gathers a page; not thread-safe. */
  public static final class Builder {
    private final String name;
    private String otherName = "";
    private String country = "";
    private final Map<Measure, SafeFigure> figures = new EnumMap<>(Measure.class);
    private final List<MapLocality> localities = new ArrayList<>();
    private final List<MapPlace> places = new ArrayList<>();
    private final List<CircleResult> circles = new ArrayList<>();
    private final List<TopicBalance> balances = new ArrayList<>();
    private final List<UnmetNeed> unmet = new ArrayList<>();
    private final List<Invitation> invitations = new ArrayList<>();
    private final List<PlacePrice> prices = new ArrayList<>();
    private final List<ProvenanceNote> provenance = new ArrayList<>();

    private Builder(String name) {
      this.name = Checks.name(name, "city's name");
    }

    /** Its name in another language, shown beside the first. */
    public Builder otherName(String otherName) {
      this.otherName = Checks.text(otherName, "city's other name");
      return this;
    }

    /** Its country's name in the page's language; cities of one country are shown together. */
    public Builder country(String country) {
      this.country = Checks.text(country, "country");
      return this;
    }

    /** Sets a headline figure. */
    public Builder figure(Measure measure, SafeFigure figure) {
      figures.put(
          Objects.requireNonNull(measure, "measure"), Objects.requireNonNull(figure, "figure"));
      return this;
    }

    /** Adds a locality. */
    public Builder locality(MapLocality locality) {
      localities.add(Objects.requireNonNull(locality, "locality"));
      return this;
    }

    /** Adds a school or a ground for learning. */
    public Builder place(MapPlace place) {
      places.add(Objects.requireNonNull(place, "place"));
      return this;
    }

    /** Adds what a circle made. */
    public Builder circle(CircleResult result) {
      circles.add(Objects.requireNonNull(result, "result"));
      return this;
    }

    /** Adds a topic's balance. */
    public Builder balance(TopicBalance balance) {
      balances.add(Objects.requireNonNull(balance, "balance"));
      return this;
    }

    /** Adds what is missing. */
    public Builder unmet(UnmetNeed need) {
      unmet.add(Objects.requireNonNull(need, "need"));
      return this;
    }

    /** Adds an invitation. */
    public Builder invitation(Invitation invitation) {
      invitations.add(Objects.requireNonNull(invitation, "invitation"));
      return this;
    }

    /** Adds a price, highest first. */
    public Builder price(PlacePrice price) {
      prices.add(Objects.requireNonNull(price, "price"));
      return this;
    }

    /** Adds where a subject comes from. */
    public Builder provenance(Subject subject, Provenance provenance, String source) {
      this.provenance.add(new ProvenanceNote(subject, provenance, source));
      return this;
    }

    /** The page. */
    public CityPage build() {
      return new CityPage(this);
    }
  }
}
