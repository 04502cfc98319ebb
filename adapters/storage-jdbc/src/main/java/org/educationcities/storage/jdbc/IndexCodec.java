package org.educationcities.storage.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.StorageUnavailableException;

/**
 * An entity's index values as bytes beside its payload: reading an entity needs one row, and an
 * update knows which index rows change.
 */
final class IndexCodec {
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;

  private IndexCodec() {}

  static byte[] write(Map<String, IndexValue> index) {
    Map<String, byte[]> texts = new HashMap<>();
    int size = 0;
    for (Map.Entry<String, IndexValue> entry : index.entrySet()) {
      size += 2 + entry.getKey().length() + 8;
      if (entry.getValue() instanceof IndexValue.Text text) {
        byte[] bytes = text.value().getBytes(UTF_8);
        texts.put(entry.getKey(), bytes);
        size += bytes.length;
      }
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    // In the order of their names, so that equal values are equal bytes.
    new TreeMap<>(index)
        .forEach(
            (name, value) -> {
              out.put(value instanceof IndexValue.Whole ? NUMBER : TEXT);
              out.put((byte) name.length());
              out.put(name.getBytes(UTF_8));
              if (value instanceof IndexValue.Whole whole) {
                out.putLong(whole.value());
              } else {
                byte[] bytes = texts.getOrDefault(name, new byte[0]);
                out.putShort((short) bytes.length);
                out.put(bytes);
              }
            });
    byte[] bytes = new byte[out.position()];
    out.flip();
    out.get(bytes);
    return bytes;
  }

  static Map<String, IndexValue> read(byte[] bytes) {
    Map<String, IndexValue> index = new HashMap<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      while (in.hasRemaining()) {
        byte kind = in.get();
        String name = text(in, in.get());
        index.put(
            name,
            kind == NUMBER ? IndexValue.of(in.getLong()) : IndexValue.of(text(in, in.getShort())));
      }
    } catch (BufferUnderflowException
        | NegativeArraySizeException
        | IllegalArgumentException broken) {
      throw new StorageUnavailableException(
          "The index values of a stored entity cannot be read.\n"
              + "Maybe the tables were changed by hand; restore them from a backup.",
          broken);
    }
    return index;
  }

  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, UTF_8);
  }
}
