package org.educationcities.report.page;

import java.util.Comparator;
import java.util.List;
import org.educationcities.report.CityPage;
import org.educationcities.report.PlacePrice;
import org.educationcities.report.PublicReport;

/**
 * A price with the city it belongs to.
 *
 * @param city the city's name
 * @param price the price
 */
public record PricedPlace(String city, PlacePrice price) {

  /** A city's prices, in the order given. */
  public static List<PricedPlace> of(CityPage city) {
    return city.prices().stream().map(price -> new PricedPlace(city.name(), price)).toList();
  }

  /** The highest shown prices of all cities, highest first. */
  public static List<PricedPlace> highest(PublicReport report, int most) {
    return report.cities().stream()
        .flatMap(city -> of(city).stream())
        .filter(priced -> priced.price().price().isShown())
        .sorted(
            Comparator.<PricedPlace>comparingLong(
                    priced -> priced.price().price().value().orElse(0))
                .reversed())
        .limit(most)
        .toList();
  }
}
