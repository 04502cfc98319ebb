package org.educationcities.report;

import java.util.Objects;
import org.educationcities.insight.SafeFigure;

/**
 * The price of a place: what one more place in this opportunity is worth to the city.
 *
 * @param opportunity its public name
 * @param provider who offers it
 * @param locality where; may be empty
 * @param topic what it teaches first
 * @param price points of affinity, from the smallest optimal dual prices
 * @param places how many places it has
 */
public record PlacePrice(
    String opportunity,
    String provider,
    String locality,
    String topic,
    SafeFigure price,
    SafeFigure places) {
  /** A price, checked. */
  public PlacePrice {
    opportunity = Checks.name(opportunity, "opportunity");
    provider = Checks.name(provider, "provider");
    locality = Checks.text(locality, "locality");
    topic = Checks.name(topic, "topic");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(places, "places");
  }
}
