package org.educationcities.persistence;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did, written with it: format 1. It commits with a mark of its own and
 * without a place in the chain, so that writers do not wait for each other; a sealer behind them
 * gives it one.
 *
 * @param id its id, random
 * @param at when
 * @param actor the pseudonym of who did it, or the name of a process of the library
 * @param role in what role, or {@code NONE} where nobody is named
 * @param acts what was done, at least one thing
 * @param mark HMAC-SHA-256 of all of this under the space's key: who has the storage alone cannot
 *     make one
 * @param sequence its place in the chain from 1, or null while it has none
 * @param previous the hash of the entry before it, or null
 * @param hash SHA-256 over its place, the hash before it, its content and its mark, or null
 */
public record AuditEntry(
    String id,
    Instant at,
    String actor,
    String role,
    List<Act> acts,
    String mark,
    @Nullable Long sequence,
    @Nullable String previous,
    @Nullable String hash) {

  /** What the first entry has before it. */
  public static final String BEGINNING = "0".repeat(64);

  /** The kind under which entries are stored. */
  public static final Kind<AuditEntry> KIND =
      Kind.named("audit-entry", Codec.json(AuditEntry.class), AuditEntry::id)
          .optionalText("pending", AuditEntry::pending)
          .optionalNumber("sequence", each -> Optional.ofNullable(each.sequence()))
          .impersonal()
          .build();

  private static final Codec<Content> CONTENT = Codec.json(Content.class);

  private record Content(String id, Instant at, String actor, String role, List<Act> acts) {}

  /** An entry. */
  public AuditEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(mark, "mark");
    acts = ImmutableList.copyOf(acts);
  }

  /** An entry that has no place in the chain yet. */
  static AuditEntry of(
      String id, Instant at, String actor, String role, List<Act> acts, byte[] spaceKey) {
    return new AuditEntry(
        id, at, actor, role, acts, mark(id, at, actor, role, acts, spaceKey), null, null, null);
  }

  /** The same entry in its place. */
  public AuditEntry chained(long place, String before) {
    return new AuditEntry(id, at, actor, role, acts, mark, place, before, hash(place, before));
  }

  /** The hash it has in a place after another. */
  public String hash(long place, String before) {
    byte[] content = content(id, at, actor, role, acts);
    byte[] markBytes = mark.getBytes(StandardCharsets.UTF_8);
    byte[] beforeBytes = before.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all =
        ByteBuffer.allocate(20 + content.length + markBytes.length + beforeBytes.length);
    all.putLong(place)
        .putInt(beforeBytes.length)
        .put(beforeBytes)
        .putInt(content.length)
        .put(content)
        .putInt(markBytes.length)
        .put(markBytes);
    return Hashing.sha256().hashBytes(all.array()).toString();
  }

  /** Whether its mark is the one that its content has under the space's key. */
  boolean isMarkedBy(byte[] spaceKey) {
    return mark.equals(mark(id, at, actor, role, acts, spaceKey));
  }

  private Optional<String> pending() {
    return sequence != null
        ? Optional.empty()
        : Optional.of(
            String.format("%019d", Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, at))));
  }

  private static String mark(
      String id, Instant at, String actor, String role, List<Act> acts, byte[] spaceKey) {
    return HexFormat.of().formatHex(Keys.mac(spaceKey).doFinal(content(id, at, actor, role, acts)));
  }

  private static byte[] content(String id, Instant at, String actor, String role, List<Act> acts) {
    return CONTENT.write(new Content(id, at, actor, role, acts));
  }
}
