package org.educationcities.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.spi.notification.Message;

/**
 * A message as a <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">
 * CloudEvents 1.0</a> event in structured JSON. The same message gives the same bytes, whenever it
 * is written (NOT-21).
 */
final class Envelope {
  static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private final StringBuilder json = new StringBuilder(512);

  private Envelope() {}

  static byte[] of(Message message, boolean withRecipient) {
    Envelope envelope = new Envelope();
    envelope.write(message, withRecipient);
    return envelope.json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Message message, boolean withRecipient) {
    json.append('{');
    field("specversion", "1.0");
    field("id", message.id());
    field("source", "/education-cities/spaces/" + message.space().id());
    field("type", "org.educationcities." + message.kind());
    // RFC 3339 knows four digits of a year only; the attribute may be left out.
    if (!message.occurredAt().isBefore(YEAR_0) && message.occurredAt().isBefore(YEAR_10000)) {
      field("time", message.occurredAt().toString());
    }
    field("datacontenttype", "application/json");
    name("data").append('{');
    field("kind", message.kind());
    field("locale", message.locale().toLanguageTag());
    if (withRecipient) {
      field("recipient", message.recipient());
    }
    name("parameters").append('{');
    for (Map.Entry<String, String> each : new TreeMap<>(message.parameters()).entrySet()) {
      field(each.getKey(), each.getValue());
    }
    json.append("}}}");
  }

  private void field(String name, String value) {
    name(name);
    text(value);
  }

  private StringBuilder name(String name) {
    if (json.charAt(json.length() - 1) != '{') {
      json.append(',');
    }
    text(name);
    return json.append(':');
  }

  private void text(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        json.append(c).append(text.charAt(++i));
      } else if (c < ' ' || Character.isSurrogate(c)) {
        // Half a pair has no UTF-8; escaped, it arrives as it was.
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
