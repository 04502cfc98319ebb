package org.educationcities.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.educationcities.resource.OpportunityId;

/**
 * Where one more place does most good: the price of a place is what one more would add to the total
 * affinity. Stateless and thread-safe.
 */
public final class MorePlaces {
  private MorePlaces() {}

  /**
   * One more place somewhere.
   *
   * @param opportunity where
   * @param price what it would add, in points of affinity, above 0
   */
  public record Wanted(OpportunityId opportunity, long price) {
    /**
     * The price as it may be published.
     *
     * @param people how many learners have a place there or could have one
     */
    public SafeFigure published(SafetyRule rule, long people) {
      return rule.about(price, people);
    }
  }

  /**
   * The shortest list of opportunities that together hold a part of all prices: the dearest ones,
   * since no other list of that length holds more. Prices are of one more place each; two more at
   * one place are worth at most twice its price.
   *
   * @param prices by opportunity, 0 or more
   * @param percent the part, 0 to 100
   * @return dearest first; none of price 0
   * @throws IllegalArgumentException if a price or the part is out of its range
   */
  public static List<Wanted> shortestFor(Map<OpportunityId, Long> prices, int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("A part is 0 to 100 percent, not " + percent + ".");
    }
    long total = 0;
    for (Map.Entry<OpportunityId, Long> each : prices.entrySet()) {
      if (each.getValue() < 0) {
        throw new IllegalArgumentException(
            "The price at '" + each.getKey() + "' is below 0: " + each.getValue() + ".");
      }
      total = Math.addExact(total, each.getValue());
    }
    List<Wanted> sorted =
        prices.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> new Wanted(each.getKey(), each.getValue()))
            .sorted(
                Comparator.<Wanted>comparingLong(each -> -each.price())
                    .thenComparing(each -> each.opportunity().value()))
            .toList();
    List<Wanted> list = new ArrayList<>();
    long held = 0;
    for (Wanted each : sorted) {
      if (Math.multiplyExact(held, 100L) >= Math.multiplyExact(total, (long) percent)) {
        break;
      }
      list.add(each);
      held += each.price();
    }
    return List.copyOf(list);
  }
}
