package org.educationcities.storage.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where everything is in the folder. */
record Layout(Path folder) {
  static final String FORMAT = "education-cities json 1\n";
  static final String FORMAT_START = "education-cities json ";
  private static final int LONGEST_NAME = 150;

  Path format() {
    return folder.resolve("format");
  }

  Path lock() {
    return folder.resolve("lock");
  }

  Path journal() {
    return folder.resolve("journal");
  }

  Path versions() {
    return folder.resolve("versions");
  }

  Path spaces() {
    return folder.resolve("spaces");
  }

  /**
   * The file of an entity: its id, with all but lower-case letters, digits and hyphens as the hex
   * of their UTF-8, so that no file system's opinion on case, dots or reserved characters matters.
   * A long name ends with a hash instead.
   */
  Path entity(String space, String type, String id) {
    StringBuilder name = new StringBuilder("_");
    for (byte b : id.getBytes(UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-';
      name.append(plain ? String.valueOf((char) b) : "%" + HexFormat.of().toHexDigits(b));
    }
    if (name.length() > LONGEST_NAME) {
      name.setLength(LONGEST_NAME - 65);
      name.append("~").append(sha256(id));
    }
    return spaces().resolve(space).resolve(type).resolve(name + ".json");
  }

  private static String sha256(String id) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
