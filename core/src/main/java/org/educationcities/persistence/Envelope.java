package org.educationcities.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A sealed payload: a format byte, the key's id after its length in one byte, a nonce of 96 random
 * bits, and what AES-256-GCM (NIST SP 800-38D) makes of the content, its tag of 128 bits included.
 * Space, type, id, format and key id are associated data: a payload that is moved to another entity
 * opens no more.
 *
 * <p>The format byte is no beginning of JSON, so that what was stored before there were keys is
 * told apart. One for each unit of work; not thread-safe.
 */
final class Envelope {
  /** The number of this form of envelope. */
  static final byte FORMAT = 1;

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Space space;
  private final Cipher cipher;

  Envelope(Space space) {
    this.space = space;
    try {
      cipher = Cipher.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
    }
  }

  /** The id of the key that a payload is sealed by; null if it is not sealed. */
  static @Nullable String keyIdOf(byte[] payload) {
    if (payload.length < 2 || payload[0] != FORMAT) {
      return null;
    }
    int length = Byte.toUnsignedInt(payload[1]);
    return payload.length < 2 + length
        ? null
        : new String(payload, 2, length, StandardCharsets.US_ASCII);
  }

  /** The payload of an entity, sealed. */
  byte[] seal(Entity plain, String keyId, byte[] key) {
    byte[] name = keyId.getBytes(StandardCharsets.US_ASCII);
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(boundTo(plain, keyId));
      byte[] sealed = cipher.doFinal(plain.payload());
      return ByteBuffer.allocate(2 + name.length + NONCE_BYTES + sealed.length)
          .put(FORMAT)
          .put((byte) name.length)
          .put(name)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key has 32 bytes; maybe the key source breaks KEY-1.", e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws CorruptEntityException if it was changed, moved, or sealed by another key
   */
  byte[] open(Entity sealed, String keyId, byte[] key) {
    byte[] payload = sealed.payload();
    int start = 2 + keyId.length();
    if (payload.length < start + NONCE_BYTES) {
      throw new CorruptEntityException(sealed, "its seal is cut short");
    }
    byte[] nonce = Arrays.copyOfRange(payload, start, start + NONCE_BYTES);
    try {
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(boundTo(sealed, keyId));
      return cipher.doFinal(payload, start + NONCE_BYTES, payload.length - start - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw new CorruptEntityException(sealed, "its seal is broken");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key has 32 bytes; maybe the key source breaks KEY-1.", e);
    }
  }

  /** Each part after its length, so that no two entities are bound to the same bytes. */
  private byte[] boundTo(Entity entity, String keyId) {
    StringBuilder text = new StringBuilder();
    for (String part :
        new String[] {
          space.id(), entity.type(), entity.id(), Integer.toString(entity.format()), keyId
        }) {
      text.append(part.length()).append(':').append(part);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
