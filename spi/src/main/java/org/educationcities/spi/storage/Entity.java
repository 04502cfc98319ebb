package org.educationcities.spi.storage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One thing that the library keeps: a payload that only the library understands, a version that
 * only the storage gives, and the index values it may be found by. Immutable.
 *
 * <ul>
 *   <li><b>STO-1</b> An id is well-formed Unicode of 1 to 255 code points without NUL, compared
 *       exactly, unique within space and type.
 *   <li><b>STO-2</b> A payload is any bytes from none to {@value #MAX_PAYLOAD_BYTES}; it comes back
 *       bit for bit.
 *   <li><b>STO-3</b> The format number, 0 or more, comes back as it was given. The storage never
 *       interprets it.
 *   <li><b>STO-4</b> A version is above 0 and given by the storage at insert and at every update. A
 *       version never comes back for an id, not after delete and insert either, nor after close and
 *       reopen.
 * </ul>
 */
public final class Entity {

  /** The version of an entity that was never stored. */
  public static final long UNSTORED = 0;

  /** The largest payload: 1 MiB. */
  public static final int MAX_PAYLOAD_BYTES = 1 << 20;

  private final String type;
  private final String id;
  private final long version;
  private final int format;
  private final byte[] payload;
  private final Map<String, IndexValue> index;

  private Entity(
      String type,
      String id,
      long version,
      int format,
      byte[] payload,
      Map<String, IndexValue> index) {
    this.type = type;
    this.id = id;
    this.version = version;
    this.format = format;
    this.payload = payload;
    this.index = index;
  }

  /**
   * An entity, new or read back.
   *
   * @param type the name of its {@link EntityType}
   * @param id by STO-1
   * @param version {@link #UNSTORED}, or the one the storage gave
   * @param format 0 or more
   * @param payload at most 1 MiB; copied
   * @param index values by index name
   * @throws IllegalArgumentException if a part is out of its range
   */
  public static Entity of(
      String type,
      String id,
      long version,
      int format,
      byte[] payload,
      Map<String, IndexValue> index) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    TextRule.check("An entity's id", id, 1);
    if (version < 0 || format < 0) {
      throw new IllegalArgumentException(
          "Version and format are 0 or more, not " + version + " and " + format + ".");
    }
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "A payload of "
              + type
              + " has "
              + payload.length
              + " bytes; at most "
              + MAX_PAYLOAD_BYTES
              + " are allowed.\nMaybe split it over several entities.");
    }
    return new Entity(type, id, version, format, payload.clone(), Map.copyOf(index));
  }

  /** Whether a text may be an id, by STO-1. */
  public static boolean isId(String text) {
    return TextRule.problem(text, 1) == null;
  }

  /** An entity that was never stored. */
  public static Entity unstored(
      String type, String id, int format, byte[] payload, Map<String, IndexValue> index) {
    return of(type, id, UNSTORED, format, payload, index);
  }

  /** The name of its type. */
  public String type() {
    return type;
  }

  /** Its id, unique within space and type. */
  public String id() {
    return id;
  }

  /** The version the storage gave, or {@link #UNSTORED}. */
  public long version() {
    return version;
  }

  /** The number of the payload's format. */
  public int format() {
    return format;
  }

  /** A copy of the payload. */
  public byte[] payload() {
    return payload.clone();
  }

  /** The payload's size in bytes. */
  public int payloadSize() {
    return payload.length;
  }

  /** The values it is found by, by index name; immutable. */
  public Map<String, IndexValue> index() {
    return index;
  }

  /** The same entity under another version: what a storage returns after writing. */
  public Entity withVersion(long newVersion) {
    return new Entity(type, id, newVersion, format, payload, index);
  }

  /** The same entity with other content: what the library passes to an update. */
  public Entity withContent(int newFormat, byte[] newPayload, Map<String, IndexValue> newIndex) {
    return of(type, id, version, newFormat, newPayload, new LinkedHashMap<>(newIndex));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entity that
        && version == that.version
        && format == that.format
        && type.equals(that.type)
        && id.equals(that.id)
        && index.equals(that.index)
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, id, version);
  }

  /** Type, id, version and size; never content. */
  @Override
  public String toString() {
    return type + "/" + id + "@" + version + " (" + payload.length + " bytes)";
  }
}
