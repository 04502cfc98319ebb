package org.educationcities.examples.cityinabox;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** How every command of this example is run: its lines in UTF-8, one line for what is wrong. */
final class Shell {
  /** What a wrong file, store or option exits with. */
  static final int UNUSABLE = 2;

  /** What these say in passing would stand between a command's own lines. */
  private static final List<String> QUIET =
      List.of("org.educationcities.discovery", "org.hibernate");

  /** Held, since a logger that nobody holds forgets its level. */
  private static final List<Logger> LOGGERS = new ArrayList<>();

  private Shell() {}

  /** Leaves the libraries only what they warn of. */
  static void quieten() {
    // A library of the calendars' looks for a logger that no command needs.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    for (String quiet : QUIET) {
      Logger logger = Logger.getLogger(quiet);
      logger.setLevel(Level.WARNING);
      LOGGERS.add(logger);
    }
  }

  /**
   * Runs a command that picocli reads from its annotations.
   *
   * @return its exit code, {@link #UNUSABLE} if an option is wrong
   */
  static int run(Object command, PrintStream out, PrintStream err, String... args) {
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(
        (wrong, given) ->
            refuse(line.getCommandName(), wrong.getMessage() + " (--help tells more)", err));
    return line.execute(args);
  }

  /** Says in one line why a command cannot do what it was asked to. */
  static int refuse(String command, @Nullable String why, PrintStream err) {
    err.println(command + ": " + String.valueOf(why).replaceAll("\\s*\\R\\s*", " ").strip());
    return UNUSABLE;
  }
}
