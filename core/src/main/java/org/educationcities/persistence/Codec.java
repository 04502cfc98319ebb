package org.educationcities.persistence;

import java.io.IOException;
import java.util.function.Function;

/**
 * How a value becomes bytes and comes back.
 *
 * @param <T> the kind of value
 */
public interface Codec<T> {

  /** The bytes of a value; the same value gives the same bytes. */
  byte[] write(T value);

  /**
   * The value of bytes.
   *
   * @param format the number under which they were written, at most the newest that the kind knows
   * @throws IOException if they are not what this codec writes
   */
  T read(int format, byte[] bytes) throws IOException;

  /** The type whose components are the stored form. */
  Class<?> document();

  /** JSON of a record as it stands. */
  static <T> Codec<T> json(Class<T> type) {
    return json(type, Function.identity(), Function.identity());
  }

  /** JSON of a document that stands for a value: the document's components are the stored form. */
  static <T, D> Codec<T> json(
      Class<D> document,
      Function<? super T, ? extends D> toDocument,
      Function<? super D, ? extends T> fromDocument) {
    return new Codec<>() {
      @Override
      public byte[] write(T value) {
        try {
          return Json.MAPPER.writeValueAsBytes(toDocument.apply(value));
        } catch (IOException e) {
          throw new IllegalStateException("A " + document.getSimpleName() + " is not JSON.", e);
        }
      }

      @Override
      public T read(int format, byte[] bytes) throws IOException {
        return fromDocument.apply(Json.MAPPER.readValue(bytes, document));
      }

      @Override
      public Class<?> document() {
        return document;
      }
    };
  }
}
