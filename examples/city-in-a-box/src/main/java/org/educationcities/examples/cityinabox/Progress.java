package org.educationcities.examples.cityinabox;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells on one stream, usually standard error, what is being done and for how long it has been. */
final class Progress {
  private final PrintStream stream;
  private final LongSupplier nanos;
  private final long start;

  Progress(PrintStream stream, LongSupplier nanos) {
    this.stream = stream;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  void tell(String what) {
    double seconds = (nanos.getAsLong() - start) / 1e9;
    stream.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds, what));
    stream.flush();
  }
}
