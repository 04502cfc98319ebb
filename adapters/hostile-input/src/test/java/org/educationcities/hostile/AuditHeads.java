package org.educationcities.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.educationcities.privacy.AuditHead;

/** The head of an audit as somebody copied it. What is taken is told and taken again the same. */
final class AuditHeads implements Target {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Override
  public void read(byte[] input) {
    AuditHead head;
    try {
      head = AuditHead.of(new String(input, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException declared) {
      Canary.isNotIn(declared);
      return;
    }
    if (!AuditHead.of(head.toString()).equals(head)) {
      throw new AssertionError("A head is told otherwise than it is read.");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes("0:" + HASH), bytes(Long.MAX_VALUE + ":" + HASH), bytes("7:" + HASH + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
