package org.educationcities.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.EveryKind;
import org.educationcities.persistence.CorruptEntityException;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.NewerFormatException;
import org.educationcities.persistence.StoredBytes;

/**
 * The stored form of every kind of thing: a line with its name, then a payload. What is read is
 * written and read again without a difference.
 */
final class StoredDocuments implements Target {
  private final Map<String, Kind<?>> kinds = new TreeMap<>();

  StoredDocuments() {
    EveryKind.all().forEach(each -> kinds.put(each.type().name(), each));
  }

  @Override
  public void read(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    Kind<?> kind = kinds.get(new String(input, 0, end, StandardCharsets.UTF_8));
    if (kind != null) {
      read(kind, Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length));
    }
  }

  private static <T> void read(Kind<T> kind, byte[] payload) {
    T value;
    try {
      value = StoredBytes.read(kind, payload);
    } catch (CorruptEntityException | NewerFormatException declared) {
      Canary.isNotIn(declared);
      return;
    }
    byte[] written = kind.plainBytes(value);
    byte[] again = kind.plainBytes(StoredBytes.read(kind, written));
    if (!Arrays.equals(written, again)) {
      throw new AssertionError("A " + kind.type().name() + " changes as it is written and read.");
    }
    kind.personal().people(value);
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    kinds.forEach(
        (name, kind) ->
            seeds.add((name + "\n" + SampleDocument.of(kind)).getBytes(StandardCharsets.UTF_8)));
    return seeds;
  }
}
