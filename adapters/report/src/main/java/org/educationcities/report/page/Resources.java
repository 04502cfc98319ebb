package org.educationcities.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is read from the class path to be written into a page. */
final class Resources {
  private Resources() {}

  static InputStream open(Class<?> beside, String name) {
    // A class of a named module sees its own jar alone; what stands in another's asks the loader.
    InputStream stream =
        name.startsWith("META-INF/")
            ? beside.getClassLoader().getResourceAsStream(name)
            : beside.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(
          "The resource '" + name + "' is not there.\nMaybe a jar of the report was left out.");
    }
    return stream;
  }

  static String text(String name) {
    try (InputStream stream = open(Resources.class, name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
