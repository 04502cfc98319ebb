package org.educationcities.examples.cityinabox;

import java.nio.file.Files;
import java.nio.file.Path;

/** A city's own files, in its own language. */
final class OwnCity {
  private OwnCity() {}

  static Input read(Path folder, Progress progress) {
    if (!Files.isDirectory(folder)) {
      throw new UnusableException("there is no folder '" + folder + "' to read from");
    }
    progress.tell("reading " + folder);
    throw new UnusableException("a city's own files can't be read by this version yet");
  }
}
