package org.educationcities.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The planner's view of a round: single placements under pseudonyms, each with what explains it. It
 * shows single children, so it is another file than the public report and is made only when asked
 * for by name. Immutable.
 */
public final class PlannerView {
  private final String title;
  private final String term;
  private final LocalDate made;
  private final List<PlannedPlacement> placements;
  private final List<UnplacedLearner> unplaced;

  private PlannerView(Builder builder) {
    this.title = builder.title;
    this.term = builder.term;
    this.made = builder.made;
    this.placements = List.copyOf(builder.placements);
    this.unplaced = List.copyOf(builder.unplaced);
  }

  /**
   * Starts a view.
   *
   * @param title its title
   * @param term the term's name
   * @param made the day it was made
   */
  public static Builder builder(String title, String term, LocalDate made) {
    return new Builder(title, term, made);
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

  /** The placements, in the order given. */
  public List<PlannedPlacement> placements() {
    return placements;
  }

  /** Learners without a place, in the order given. */
  public List<UnplacedLearner> unplaced() {
    return unplaced;
  }

  /** Redacted: sizes only. */
  @Override
  public String toString() {
    return "PlannerView[" + placements.size() + " placed, " + unplaced.size() + " unplaced]";
  }

  /** Gathers a view; not thread-safe. */
  public static final class Builder {
    private final String title;
    private final String term;
    private final LocalDate made;
    private final List<PlannedPlacement> placements = new ArrayList<>();
    private final List<UnplacedLearner> unplaced = new ArrayList<>();

    private Builder(String title, String term, LocalDate made) {
      this.title = Checks.name(title, "title");
      this.term = Checks.name(term, "term");
      this.made = Objects.requireNonNull(made, "made");
    }

    /** Adds a placement. */
    public Builder placement(PlannedPlacement placement) {
      placements.add(Objects.requireNonNull(placement, "placement"));
      return this;
    }

    /** Adds a learner without a place. */
    public Builder unplaced(UnplacedLearner learner) {
      unplaced.add(Objects.requireNonNull(learner, "learner"));
      return this;
    }

    /** The view. */
    public PlannerView build() {
      return new PlannerView(this);
    }
  }
}
