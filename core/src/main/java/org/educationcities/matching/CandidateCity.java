package org.educationcities.matching;

import java.util.Arrays;
import java.util.List;

/**
 * What candidates are searched in: positions on a plane, topics and hard rules, all by number.
 * Plain arrays, which are copied; immutable and safe for several threads.
 *
 * <p>Topics are signatures of 64 bits: topic {@code t} is bit {@code t % 64}. A learner's holds
 * every topic from which something could be learnt (growth areas and what is near them in the
 * taxonomy), an opportunity's every topic it teaches; pairs without a common bit are worth nothing
 * and are not looked at.
 */
public final class CandidateCity {
  final List<String> learners;
  final List<String> opportunities;
  final double[] learnerX;
  final double[] learnerY;
  final double[] reach;
  final double[] opportunityX;
  final double[] opportunityY;
  final long[] learnerTopics;
  final long[] opportunityTopics;
  final int[] places;
  final List<PairRule> rules;
  final PairAffinity affinity;

  private CandidateCity(Builder from) {
    this.learners = List.copyOf(from.learners);
    this.opportunities = List.copyOf(from.opportunities);
    this.learnerX = sized(from.learnerX, learners.size());
    this.learnerY = sized(from.learnerY, learners.size());
    this.reach = sized(from.reach, learners.size());
    this.opportunityX = sizedOrNowhere(from.opportunityX, opportunities.size());
    this.opportunityY = sizedOrNowhere(from.opportunityY, opportunities.size());
    this.learnerTopics = sized(from.learnerTopics, learners.size());
    this.opportunityTopics = sized(from.opportunityTopics, opportunities.size());
    this.places = from.places.clone();
    this.rules = List.copyOf(from.rules);
    this.affinity = from.affinity;
    if (places.length != opportunities.size()) {
      throw new IllegalArgumentException("Every opportunity has a number of places.");
    }
  }

  private static double[] sized(double[] values, int size) {
    for (double each : values) {
      if (Double.isNaN(each)) {
        throw new IllegalArgumentException("A position or a reach is not a number.");
      }
    }
    return sizedOrNowhere(values, size);
  }

  private static double[] sizedOrNowhere(double[] values, int size) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          "There are "
              + values.length
              + " numbers for "
              + size
              + ".\nMaybe a setter was not called.");
    }
    return values.clone();
  }

  private static long[] sized(long[] values, int size) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          "There are "
              + values.length
              + " topics for "
              + size
              + ".\nMaybe a setter was not called.");
    }
    return values.clone();
  }

  /**
   * Starts a city.
   *
   * @param learners ids
   * @param opportunities ids
   * @param affinity what pairs are worth, by those lists' order
   */
  public static Builder builder(
      List<String> learners, List<String> opportunities, PairAffinity affinity) {
    return new Builder(learners, opportunities, affinity);
  }

  /** Collects a city; all topics meet until they are given. Not thread-safe. */
  public static final class Builder {
    private final List<String> learners;
    private final List<String> opportunities;
    private final PairAffinity affinity;
    private double[] learnerX = new double[0];
    private double[] learnerY = new double[0];
    private double[] reach = new double[0];
    private double[] opportunityX = new double[0];
    private double[] opportunityY = new double[0];
    private long[] learnerTopics;
    private long[] opportunityTopics;
    private int[] places = new int[0];
    private List<PairRule> rules = List.of();

    private Builder(List<String> learners, List<String> opportunities, PairAffinity affinity) {
      this.learners = learners;
      this.opportunities = opportunities;
      this.affinity = affinity;
      this.learnerTopics = new long[learners.size()];
      Arrays.fill(learnerTopics, -1L);
      this.opportunityTopics = new long[opportunities.size()];
      Arrays.fill(opportunityTopics, -1L);
    }

    /**
     * Where learners are and how far each may go, in the same unit of length; an infinite reach for
     * one who is nowhere in particular.
     */
    public Builder learnersAt(double[] x, double[] y, double[] newReach) {
      learnerX = x;
      learnerY = y;
      reach = newReach;
      return this;
    }

    /**
     * Where opportunities are, and how many places they have; one at {@link Double#NaN} is nowhere
     * in particular, and within everybody's reach.
     */
    public Builder opportunitiesAt(double[] x, double[] y, int[] newPlaces) {
      opportunityX = x;
      opportunityY = y;
      places = newPlaces;
      return this;
    }

    /** Signatures of topics, as described above. */
    public Builder topics(long[] wanted, long[] taught) {
      learnerTopics = wanted;
      opportunityTopics = taught;
      return this;
    }

    /** The hard rules, in the order they are told. */
    public Builder rules(List<PairRule> newRules) {
      rules = newRules;
      return this;
    }

    /**
     * The city.
     *
     * @throws IllegalArgumentException if shapes do not fit
     */
    public CandidateCity build() {
      return new CandidateCity(this);
    }
  }
}
