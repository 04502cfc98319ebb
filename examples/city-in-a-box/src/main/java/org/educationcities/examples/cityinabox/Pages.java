package org.educationcities.examples.cityinabox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the files of the output: each whole, or not at all. */
final class Pages {
  private final Path output;

  Pages(Path output) {
    this.output = output;
  }

  /** Something that writes characters. */
  interface Text {
    void to(Appendable target) throws IOException;
  }

  /** Writes a file under a name of its own first, so that what is there stays whole until then. */
  void write(String name, Text text) {
    Path target = output.resolve(name);
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
      try (Writer writer = Files.newBufferedWriter(unfinished)) {
        text.to(writer);
      }
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
