package org.educationcities.examples.cityinabox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders that the job reads from and writes to. */
final class Folders {
  private Folders() {}

  /** Makes the output folder, or tells why it can't be written to. */
  static void prepareOutput(Path output) {
    try {
      Files.createDirectories(output);
      Path probe = Files.createTempFile(output, "probe", ".tmp");
      Files.writeString(probe, "can this be written?");
      Files.delete(probe);
    } catch (IOException e) {
      throw new UnusableException(
          "the output folder '" + output + "' can't be written to (" + reason(e) + ")", e);
    }
  }

  /** A folder of the output's, emptied of what an earlier run left in it. */
  static Path fresh(Path output, String name) {
    Path folder = output.resolve(name);
    try {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
          for (Path each : deepestFirst) {
            Files.delete(each);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file system says, without the path: the message around it names that. */
  static String reason(IOException e) {
    if (e instanceof FileSystemException told && told.getReason() != null) {
      return told.getReason();
    }
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
