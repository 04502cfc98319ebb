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

  /** Something that writes a file. */
  interface Whole {
    void to(Path target) throws IOException;
  }

  /** Writes a text. */
  void write(String name, Text text) {
    file(
        name,
        path -> {
          try (Writer writer = Files.newBufferedWriter(path)) {
            text.to(writer);
          }
        });
  }

  /** Writes a file under a name of its own first, so that what is there stays whole until then. */
  void file(String name, Whole content) {
    Path target = output.resolve(name);
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
      content.to(unfinished);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
