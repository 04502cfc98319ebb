package org.educationcities.resource;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * What taking part costs a family for the whole term.
 *
 * @param amount 0 or more
 * @param currency of the amount
 */
public record Cost(BigDecimal amount, Currency currency) {
  /** A cost of at least nothing. */
  public Cost {
    Objects.requireNonNull(currency, "currency");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "A cost is 0 or more, not " + amount.toPlainString() + ".");
    }
  }

  /** No cost at all. */
  public static Cost free(Currency currency) {
    return new Cost(BigDecimal.ZERO, currency);
  }

  /** Whether it costs nothing. */
  public boolean isFree() {
    return amount.signum() == 0;
  }
}
