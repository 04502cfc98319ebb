package org.educationcities.spi.notification;

import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.educationcities.spi.Space;

/**
 * What is to be told to whom.
 *
 * <ul>
 *   <li><b>NOT-1</b> The id is the same on every attempt, and unique within the space: a receiver
 *       drops repeats by space and id together, exactly as they are spelled.
 *   <li><b>NOT-2</b> Parameters hold ids, pseudonyms, counts and codes. Never a child's name
 *       together with a place and a time, a birth date, an address, health or vetting facts, or
 *       free text. A channel adds nothing about people, and nothing of another message.
 *   <li><b>NOT-3</b> No part holds a control character, and the locale is well-formed (BCP 47), so
 *       no header can be forged from one. All else may occur: writing from right to left,
 *       separators and quotes, unpaired surrogates, kinds and languages that a channel does not
 *       know, any instant. A channel takes such a message as any other; what it cannot encode it
 *       replaces.
 * </ul>
 *
 * @param id 1 to 64 visible ASCII characters
 * @param space the district or customer it belongs to
 * @param recipient the host's opaque name for who gets it, 1 to 255 characters; only the host can
 *     turn it into an address
 * @param kind a stable name such as {@code placement.proposed}: lower-case words joined by dots and
 *     hyphens
 * @param locale the recipient's language, well-formed by BCP 47; may be {@link Locale#ROOT}
 * @param occurredAt when what is told happened
 * @param parameters what the text of this kind needs, by name; at most 32, named like a kind, each
 *     value at most 1,000 characters
 */
public record Message(
    String id,
    Space space,
    String recipient,
    String kind,
    Locale locale,
    Instant occurredAt,
    Map<String, String> parameters) {
  private static final Pattern ID = Pattern.compile("[!-~]{1,64}");
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

  /**
   * A message, checked by the rules of this type.
   *
   * @throws IllegalArgumentException if one is broken; the value itself is not repeated
   */
  public Message {
    Objects.requireNonNull(space, "space");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(occurredAt, "occurredAt");
    parameters = Map.copyOf(parameters);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("A message's id is 1 to 64 visible ASCII characters.");
    }
    if (!KIND.matcher(kind).matches() || kind.length() > 64) {
      throw new IllegalArgumentException(
          "A message's kind is lower-case words joined by dots and hyphens, at most 64 characters.");
    }
    if (recipient.isBlank() || recipient.length() > 255 || hasControl(recipient)) {
      throw new IllegalArgumentException(
          "A message's recipient has 1 to 255 characters and no control character.");
    }
    if (!isWellFormed(locale)) {
      throw new IllegalArgumentException("A message's locale is well-formed by BCP 47.");
    }
    if (parameters.size() > 32) {
      throw new IllegalArgumentException(
          "A message has at most 32 parameters, not " + parameters.size() + ".");
    }
    parameters.forEach(
        (name, value) -> {
          if (!KIND.matcher(name).matches() || name.length() > 64) {
            throw new IllegalArgumentException(
                "A parameter's name is lower-case words joined by dots and hyphens, at most 64"
                    + " characters.");
          }
          if (value.length() > 1000 || hasControl(value)) {
            throw new IllegalArgumentException(
                "Parameter '" + name + "' is longer than 1000 or has a control character.");
          }
        });
  }

  /** The constructors of {@link Locale} take any text: line breaks too. */
  private static boolean isWellFormed(Locale locale) {
    try {
      new Locale.Builder().setLocale(locale);
      return true;
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  /** Id and kind only: recipients and parameters do not belong in logs. */
  @Override
  public String toString() {
    return "Message[" + id + ", " + kind + "]";
  }
}
