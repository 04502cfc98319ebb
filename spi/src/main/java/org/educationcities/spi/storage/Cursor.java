package org.educationcities.spi.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.educationcities.spi.Space;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the order value and id of its last entity (STO-42). A convenience for
 * adapters, so that all cursors obey STO-45 alike; an adapter may make its own.
 *
 * <p>As text it is bound to the space, the type and the order of its query. It holds an id and an
 * index value, neither of which is personal data, and is not encrypted.
 *
 * @param value the last entity's value in the index that orders; null where the id alone orders
 * @param id the last entity's id
 */
public record Cursor(@Nullable IndexValue value, String id) {
  private static final int FORM = 1;

  /**
   * The text that goes on after an entity.
   *
   * @throws IllegalArgumentException if the entity has no value in the index that orders
   */
  public static String after(Space space, Query query, Entity last) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeUTF(binding(space, query));
      if (query.orderBy().isPresent()) {
        IndexValue value = last.index().get(query.orderBy().get());
        if (value instanceof IndexValue.Whole whole) {
          out.writeLong(whole.value());
        } else if (value instanceof IndexValue.Text text) {
          out.writeUTF(text.value());
        } else {
          throw new IllegalArgumentException(last + " has no value in the index that orders.");
        }
      }
      out.writeUTF(last.id());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * The place after which a query goes on; empty when it starts at its beginning.
   *
   * @param declared the type that the query asks for
   * @throws IllegalArgumentException if its cursor is malformed, or of another space, type or order
   */
  public static Optional<Cursor> of(Space space, Query query, EntityType declared) {
    return query.after().map(text -> read(text, space, query, declared));
  }

  private static Cursor read(String text, Space space, Query query, EntityType declared) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
      if (in.readByte() != FORM) {
        throw malformed(null);
      }
      if (!in.readUTF().equals(binding(space, query))) {
        throw new IllegalArgumentException(
            "The cursor is of another space, type or order than this query over "
                + query.type()
                + ".\nMaybe it was kept from a query that has changed since.");
      }
      IndexValue value = null;
      if (query.orderBy().isPresent()) {
        value =
            declared.indexes().get(query.orderBy().get()) == IndexType.NUMBER
                ? IndexValue.of(in.readLong())
                : IndexValue.of(in.readUTF());
      }
      Cursor cursor = new Cursor(value, in.readUTF());
      TextRule.check("A cursor's id", cursor.id, 1);
      if (in.read() >= 0) {
        throw malformed(null);
      }
      return cursor;
    } catch (IOException broken) {
      throw malformed(broken);
    }
  }

  private static String binding(Space space, Query query) {
    return space.id()
        + '/'
        + query.type()
        + '/'
        + query.orderBy().orElse("")
        + (query.isDescending() ? "/down" : "/up");
  }

  private static IllegalArgumentException malformed(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "The cursor is malformed.\nMaybe it was cut, or is none that a page gave.", cause);
  }

  /** Whether an entity comes after this place in a query's order. */
  public boolean isBefore(Query query, Entity entity) {
    int byValue = 0;
    if (value != null) {
      IndexValue other = entity.index().get(query.orderBy().orElseThrow());
      if (other == null) {
        return false;
      }
      byValue = value.compareTo(other);
    }
    int order = byValue != 0 ? byValue : TextRule.compareByCodePoint(id, entity.id());
    return query.isDescending() ? order > 0 : order < 0;
  }
}
