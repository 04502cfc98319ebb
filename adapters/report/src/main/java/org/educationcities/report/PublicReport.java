package org.educationcities.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafetyRule;
import org.jspecify.annotations.Nullable;

/**
 * What the public may see of a round in all its cities: safe aggregates only. Every {@link
 * SafeFigure} in it was made safe before it came here; texts are in the page's language and hold no
 * person. Immutable.
 */
public final class PublicReport {
  private final String title;
  private final String term;
  private final LocalDate made;
  private final SafetyRule safetyRule;
  private final Map<Measure, SafeFigure> figures;
  private final List<CityPage> cities;
  private final List<CircleResult> circles;
  private final @Nullable Fairness fairness;
  private final @Nullable AffinityExample affinityExample;
  private final List<ImportNote> imports;
  private final List<SourceNote> sources;
  private final List<LandArea> land;

  private PublicReport(Builder builder) {
    this.title = builder.title;
    this.term = builder.term;
    this.made = builder.made;
    this.safetyRule = builder.safetyRule;
    this.figures = Map.copyOf(builder.figures);
    this.cities = List.copyOf(builder.cities);
    this.circles = List.copyOf(builder.circles);
    this.fairness = builder.fairness;
    this.affinityExample = builder.affinityExample;
    this.imports = List.copyOf(builder.imports);
    this.sources = List.copyOf(builder.sources);
    this.land = List.copyOf(builder.land);
  }

  /**
   * Starts a report.
   *
   * @param title its title, such as "Twelve cities, one big school"
   * @param term the term's name, such as "Spring 2027"
   * @param made the day it was made
   * @param safetyRule the rule by which its figures were made safe
   */
  public static Builder builder(String title, String term, LocalDate made, SafetyRule safetyRule) {
    return new Builder(title, term, made, safetyRule);
  }

  /** Its title. */
  public String title() {
    return title;
  }

  /** The term's name. */
  public String term() {
    return term;
  }

  /** The day it was made. */
  public LocalDate made() {
    return made;
  }

  /** The rule by which its figures were made safe. */
  public SafetyRule safetyRule() {
    return safetyRule;
  }

  /** A headline figure over all cities, if it was given. */
  public Optional<SafeFigure> figure(Measure measure) {
    return Optional.ofNullable(figures.get(measure));
  }

  /** The cities, in the order shown. */
  public List<CityPage> cities() {
    return cities;
  }

  /** What the circles made over all cities. */
  public List<CircleResult> circles() {
    return circles;
  }

  /** How fair the round was, if told. */
  public Optional<Fairness> fairness() {
    return Optional.ofNullable(fairness);
  }

  /** A worked example of affinity, if given. */
  public Optional<AffinityExample> affinityExample() {
    return Optional.ofNullable(affinityExample);
  }

  /** What the importers took and could not take. */
  public List<ImportNote> imports() {
    return imports;
  }

  /** The sources of all facts. */
  public List<SourceNote> sources() {
    return sources;
  }

  /** Land for the overview map. */
  public List<LandArea> land() {
    return land;
  }

  /** Gathers a report; not thread-safe. */
  public static final class Builder {
    private final String title;
    private final String term;
    private final LocalDate made;
    private final SafetyRule safetyRule;
    private final Map<Measure, SafeFigure> figures = new EnumMap<>(Measure.class);
    private final List<CityPage> cities = new ArrayList<>();
    private final List<CircleResult> circles = new ArrayList<>();
    private @Nullable Fairness fairness;
    private @Nullable AffinityExample affinityExample;
    private final List<ImportNote> imports = new ArrayList<>();
    private final List<SourceNote> sources = new ArrayList<>();
    private final List<LandArea> land = new ArrayList<>();

    private Builder(String title, String term, LocalDate made, SafetyRule safetyRule) {
      this.title = Checks.name(title, "title");
      this.term = Checks.name(term, "term");
      this.made = Objects.requireNonNull(made, "made");
      this.safetyRule = Objects.requireNonNull(safetyRule, "safetyRule");
    }

    /** Sets a headline figure over all cities. */
    public Builder figure(Measure measure, SafeFigure figure) {
      figures.put(
          Objects.requireNonNull(measure, "measure"), Objects.requireNonNull(figure, "figure"));
      return this;
    }

    /** Adds a city. */
    public Builder city(CityPage city) {
      cities.add(Objects.requireNonNull(city, "city"));
      return this;
    }

    /** Adds what a circle made over all cities. */
    public Builder circle(CircleResult result) {
      circles.add(Objects.requireNonNull(result, "result"));
      return this;
    }

    /** Tells how fair the round was. */
    public Builder fairness(Fairness fairness) {
      this.fairness = Objects.requireNonNull(fairness, "fairness");
      return this;
    }

    /** Gives a worked example of affinity. */
    public Builder affinityExample(AffinityExample example) {
      this.affinityExample = Objects.requireNonNull(example, "example");
      return this;
    }

    /** Adds what an importer took and could not take. */
    public Builder importNote(ImportNote note) {
      imports.add(Objects.requireNonNull(note, "note"));
      return this;
    }

    /** Adds a source. */
    public Builder source(SourceNote source) {
      sources.add(Objects.requireNonNull(source, "source"));
      return this;
    }

    /**
     * Adds a piece of land, so that the overview map shows land and sea. Optional: without any, the
     * coasts of the eastern Mediterranean and of Puget Sound are known, others are left out.
     */
    public Builder land(LandArea area) {
      land.add(Objects.requireNonNull(area, "area"));
      return this;
    }

    /**
     * The report.
     *
     * @throws IllegalStateException where it has no city
     */
    public PublicReport build() {
      if (cities.isEmpty()) {
        throw new IllegalStateException("A report has no city.\nMaybe add at least one CityPage.");
      }
      return new PublicReport(this);
    }
  }
}
