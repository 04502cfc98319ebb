package org.educationcities.notification;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.educationcities.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Who is told, and in what language.
 *
 * @param id the host's opaque name for them; only the host can turn it into an address
 * @param locale the language to write to them in
 * @param zone by whose clocks their quiet hours are told; null for who has none, as a role or the
 *     host itself
 */
public record Recipient(String id, Locale locale, @Nullable ZoneId zone) {
  /** A recipient. */
  public Recipient {
    Identifier.check(id);
    Objects.requireNonNull(locale, "locale");
  }

  /** A recipient without quiet hours. */
  public Recipient(String id, Locale locale) {
    this(id, locale, null);
  }

  /** Nothing: who is told what is personal. */
  @Override
  public String toString() {
    return "Recipient[…]";
  }
}
