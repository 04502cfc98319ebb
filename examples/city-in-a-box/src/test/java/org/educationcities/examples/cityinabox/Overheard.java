package org.educationcities.examples.cityinabox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged by anybody, at the finest level, exceptions with their messages. */
final class Overheard implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Handler handler =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord each) {
          // The test's own servers log what they get.
          String name = String.valueOf(each.getLoggerName());
          if (!name.startsWith("com.sun.net.httpserver") && !name.startsWith("com.icegreen")) {
            lines.add(formatter.format(each));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private Overheard() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
  }

  static Overheard everything() {
    return new Overheard();
  }

  String text() {
    return String.join("", List.copyOf(lines));
  }

  @Override
  public void close() {
    root.removeHandler(handler);
    root.setLevel(before);
  }
}
