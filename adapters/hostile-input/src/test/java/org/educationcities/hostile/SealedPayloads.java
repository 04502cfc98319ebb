package org.educationcities.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.educationcities.EveryKind;
import org.educationcities.persistence.CorruptEntityException;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.StoredBytes;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;

/** The envelope of a sealed payload. Only the one that was sealed is ever opened as sealed. */
final class SealedPayloads implements Target {
  private static final String KEY_ID = "p1-0123456789abcdef";

  private final Kind<?> kind =
      EveryKind.all().stream()
          .filter(each -> each.type().name().equals("topic"))
          .findFirst()
          .orElseThrow();
  private final KeySource keys = new OneKey();

  @Override
  public void read(byte[] input) {
    try {
      StoredBytes.open(kind, keys, input);
    } catch (CorruptEntityException declared) {
      Canary.isNotIn(declared);
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        StoredBytes.seal(kind, keys, KEY_ID, SampleDocument.of(kind)),
        SampleDocument.of(kind).getBytes(StandardCharsets.UTF_8));
  }

  /** Has one key, the same in every run. */
  private static final class OneKey implements KeySource {
    @Override
    public Optional<byte[]> find(Space space, String keyId) {
      return keyId.equals(KEY_ID)
          ? Optional.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII))
          : Optional.empty();
    }

    @Override
    public byte[] obtain(Space space, String keyId) {
      return find(space, keyId).orElseThrow();
    }

    @Override
    public boolean destroy(Space space, String keyId) {
      return false;
    }

    @Override
    public void close() {}
  }
}
