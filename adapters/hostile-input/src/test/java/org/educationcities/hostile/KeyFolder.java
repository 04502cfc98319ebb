package org.educationcities.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.educationcities.keys.folder.FolderKeys;
import org.educationcities.spi.Space;

/** A file of keys that somebody changed. A key is whole, or the file is told to be damaged. */
final class KeyFolder implements Target {
  private static final String ID = "p1-" + Canary.NAME;
  private static final String KEY = "0123456789abcdef".repeat(4);
  private final Path folder;
  private final Path file;

  KeyFolder() {
    try {
      folder = Files.createTempDirectory("keys");
      Path ofSpace = Files.createDirectory(folder.resolve(Space.DEFAULT.id()));
      file = ofSpace.resolve(String.format("%02x", ID.hashCode() & 0xff));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void read(byte[] input) throws IOException {
    Files.write(file, input);
    try (FolderKeys keys = FolderKeys.open(folder)) {
      keys.find(Space.DEFAULT, ID)
          .ifPresent(
              key -> {
                if (key.length != 32) {
                  throw new AssertionError("A key has " + key.length + " bytes.");
                }
              });
    } catch (IllegalStateException damaged) {
      Canary.isNotIn(damaged);
      if (!String.valueOf(damaged.getMessage()).contains("line")) {
        throw damaged;
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes(ID + " " + KEY + "\nother gone\n"),
        bytes(ID + " gone\np2+%20x " + KEY + "\n" + ID + " 0123"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
