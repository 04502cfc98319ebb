package org.educationcities.notification;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.educationcities.Identifier;
import org.educationcities.persistence.Codec;

/**
 * Something that happened, told to whoever must know. It commits with the change it tells of.
 *
 * @param id the same for the same change, however often it is written
 * @param type what happened
 * @param subject the id of what it happened to
 * @param sequence the how-manieth change of its subject it is: orders events of one moment
 * @param occurredAt when
 * @param data ids and codes by the names that its type declares, each at most 255 characters
 */
public record DomainEvent(
    String id,
    EventType type,
    String subject,
    int sequence,
    Instant occurredAt,
    Map<String, String> data) {
  private static final Codec<Envelope> JSON = Codec.json(Envelope.class);

  private record Envelope(
      String id,
      String type,
      int version,
      Instant occurredAt,
      String subject,
      Map<String, String> data) {}

  /** An event that carries nothing but what its type declares. */
  public DomainEvent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(occurredAt, "occurredAt");
    Identifier.check(subject);
    data = ImmutableSortedMap.copyOf(data);
    data.forEach(
        (name, value) -> {
          if (!type.data().contains(name)) {
            throw new IllegalArgumentException(
                type.code() + " carries no '" + name + "', only " + type.data() + ".");
          }
          Identifier.check(value);
        });
  }

  /**
   * An event whose id follows from all it says: two changes of a subject differ in their sequence,
   * their moment or their data.
   */
  public static DomainEvent of(
      EventType type, String subject, int sequence, Instant occurredAt, Map<String, String> data) {
    return new DomainEvent(
        hash(
            type.code(),
            subject,
            sequence + "@" + occurredAt,
            ImmutableSortedMap.copyOf(data).toString()),
        type,
        subject,
        sequence,
        occurredAt,
        data);
  }

  /**
   * The event as JSON, in the version of its type: id, type, version, occurredAt, subject, data.
   */
  public String toJson() {
    return new String(
        JSON.write(new Envelope(id, type.code(), type.version(), occurredAt, subject, data)),
        StandardCharsets.UTF_8);
  }

  /** What orders events: by moment, then by the sequence of their subject. */
  String position() {
    return Positions.of(occurredAt, sequence, id);
  }

  static String hash(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString().substring(0, 32);
  }

  /** Id and type only. */
  @Override
  public String toString() {
    return "DomainEvent[" + id + ", " + type.code() + "]";
  }
}
