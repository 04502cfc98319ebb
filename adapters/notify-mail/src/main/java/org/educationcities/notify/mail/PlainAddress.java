package org.educationcities.notify.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address of the plain form {@code local@domain}: a dot-atom (RFC 5322, 3.2.3) and a host name,
 * at most 254 characters (RFC 5321, 4.5.3.1). No name, no comment, no quotes, no second address:
 * nothing that could become another header or another recipient.
 *
 * @param value the address, its domain in ASCII
 * @param domain the domain alone, in ASCII
 */
record PlainAddress(String value, String domain) {
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

  /** The address that a text is, or empty if it is none of this form. */
  static Optional<PlainAddress> of(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > 64 || text.length() > 254) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    Optional<String> domain = ascii(text.substring(at + 1));
    if (domain.isEmpty()
        || !LOCAL.matcher(local).matches()
        || !DOMAIN.matcher(domain.get()).matches()) {
      return Optional.empty();
    }
    String value = local + '@' + domain.get();
    return value.length() > 254
        ? Optional.empty()
        : Optional.of(new PlainAddress(value, domain.get()));
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PlainAddress[…]";
  }
}
