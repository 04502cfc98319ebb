package org.educationcities.examples.cityinabox;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the main job. */
@Command(
    name = CityInABox.NAME,
    description = {
      "Turns cities into one big school: reads their files, allocates a term exactly, makes the"
          + " collaborations of all five circles, and writes reports, calendars and maps.",
      "Without --input it runs the 11 education cities of Israel and Seattle."
    },
    sortOptions = false)
public final class CityInABox implements Callable<Integer> {
  static final String NAME = "city-in-a-box";

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "A city's own files: oneroster, hsds and city folders in it (see the README).")
  private @Nullable Path input;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to write; city-in-a-box-output by default.")
  private Path output = Path.of("city-in-a-box-output");

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "h2 (the default: a file in the output folder, which a second run goes on with), memory,"
              + " or a JDBC address.")
  private String store = "h2";

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "Where the keys lie by which a city's own people (--input) are sealed in a store on disk;"
              + " keys in the output folder by default. Keep them apart from the store's backups.")
  private @Nullable Path keys;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      description = "collect (the default: who would be told what, in a file) or log.")
  private String channel = "collect";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of everything generated; 2027 by default.")
  private long seed = 2027;

  @Option(
      names = "--learners",
      paramLabel = "N",
      description = "How many learners to generate, 300 or more; 20000 by default.")
  private int learners = 20_000;

  @Option(
      names = "--messages",
      paramLabel = "N",
      description =
          "How many messages to relay at most, 1000 by default; the rest waits for the next run.")
  private int messages = 1_000;

  @Option(names = "--help", usageHelp = true, description = "Shows this.")
  @SuppressWarnings("UnusedVariable") // set by picocli, which shows the help itself
  private boolean help;

  private final Clock clock;
  private final PrintStream out;
  private final PrintStream err;

  private CityInABox(Clock clock, PrintStream out, PrintStream err) {
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /** Runs the job and ends the process with its exit code. */
  public static void main(String[] args) {
    Shell.quieten();
    System.exit(run(Clock.systemUTC(), System.out, System.err, args));
  }

  /** Runs the job; 0 if it was done, 2 if something given cannot be used, 1 for a defect. */
  static int run(Clock clock, PrintStream out, PrintStream err, String... args) {
    return Shell.run(new CityInABox(clock, out, err), out, err, args);
  }

  @Override
  public Integer call() {
    try {
      Job.Done outcome =
          new Job(
                  new Options(
                      input,
                      output,
                      store,
                      keys == null ? output.resolve("keys") : keys,
                      channel,
                      seed,
                      learners,
                      messages),
                  clock,
                  new Progress(err, System::nanoTime))
              .run();
      out.println(outcome.toText());
      return 0;
    } catch (UnusableException e) {
      return Shell.refuse(NAME, e.getMessage(), err);
    }
  }
}
