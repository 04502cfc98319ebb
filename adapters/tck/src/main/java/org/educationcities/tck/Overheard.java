package org.educationcities.tck;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears everything that goes to the JDK's loggers, at every level, until it is closed. */
final class Overheard extends Handler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final Level level = root.getLevel();
  private final Set<String> left;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();

  /** Leaves out loggers whose names begin so. */
  Overheard(Set<String> left) {
    this.left = left;
    setLevel(Level.ALL);
    root.addHandler(this);
    root.setLevel(Level.ALL);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord entry) {
    String name = String.valueOf(entry.getLoggerName());
    if (left.stream().noneMatch(name::startsWith)) {
      lines.add(name + ": " + formatter.format(entry));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(level);
  }
}
