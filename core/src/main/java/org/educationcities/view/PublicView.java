package org.educationcities.view;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafeTable;
import org.educationcities.resource.TermId;

/**
 * What the public sees of a term: safe figures alone. Numbers of learners are hidden where they are
 * few, rounded, and looked after together with their totals ({@link
 * org.educationcities.insight.SafePublication}). Immutable.
 */
public final class PublicView {
  static final String PLACED = "placed";
  static final String UNPLACED = "unplaced";

  private final TermId term;
  private final Map<CityId, SafeFigure> opportunities;
  private final Map<CityId, SafeFigure> places;
  private final SafeTable learners;

  PublicView(
      TermId term,
      Map<CityId, SafeFigure> opportunities,
      Map<CityId, SafeFigure> places,
      SafeTable learners) {
    this.term = term;
    this.opportunities = ImmutableMap.copyOf(opportunities);
    this.places = ImmutableMap.copyOf(places);
    this.learners = learners;
  }

  /** The term. */
  public TermId term() {
    return term;
  }

  /** The cities. */
  public Set<CityId> cities() {
    return ImmutableSet.copyOf(opportunities.keySet());
  }

  /** How many opportunities a city offers: about no person. */
  public SafeFigure opportunities(CityId city) {
    return opportunities.getOrDefault(city, SafeFigure.hidden());
  }

  /** How many places a city offers: about no person. */
  public SafeFigure places(CityId city) {
    return places.getOrDefault(city, SafeFigure.hidden());
  }

  /** How many learners of a city have a place in force. */
  public SafeFigure placed(CityId city) {
    return learners(city, PLACED);
  }

  /** How many learners of a city have none. */
  public SafeFigure unplaced(CityId city) {
    return learners(city, UNPLACED);
  }

  /** How many learners of all cities have a place in force. */
  public SafeFigure placed() {
    return learners.count(SafeTable.ALL, PLACED);
  }

  /** How many learners of all cities have none. */
  public SafeFigure unplaced() {
    return learners.count(SafeTable.ALL, UNPLACED);
  }

  SafeTable learners() {
    return learners;
  }

  private SafeFigure learners(CityId city, String column) {
    return opportunities.containsKey(city)
        ? learners.count(city.value(), column)
        : SafeFigure.hidden();
  }

  /** The term only. */
  @Override
  public String toString() {
    return "PublicView[" + term + "]";
  }
}
