package org.educationcities.notification;

import java.util.Locale;
import java.util.Objects;
import org.educationcities.Identifier;

/**
 * Who is told, and in what language.
 *
 * @param id the host's opaque name for them; only the host can turn it into an address
 * @param locale the language to write to them in
 */
public record Recipient(String id, Locale locale) {
  /** A recipient. */
  public Recipient {
    Identifier.check(id);
    Objects.requireNonNull(locale, "locale");
  }

  /** Nothing: who is told what is personal. */
  @Override
  public String toString() {
    return "Recipient[…]";
  }
}
