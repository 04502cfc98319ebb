package org.educationcities.examples.cityinabox;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.EducationCitiesException;
import org.educationcities.privacy.AuditHead;
import org.educationcities.privacy.AuditReport;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.SpiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line that verifies an audit: 0 if it is clean, 1 if something is wrong. */
@Command(
    name = VerifyAudit.NAME,
    description =
        "Verifies the audit of a store: that nothing was changed, removed or confirmed past the library.",
    sortOptions = false)
public final class VerifyAudit implements Callable<Integer> {
  static final String NAME = "verify-audit";
  private static final Actor SELF = Actor.system(NAME);
  private static final int WRONG = 1;

  @Option(
      names = "--storage",
      paramLabel = "NAME",
      description = "The storage's name, jdbc by default.")
  private String storage = "jdbc";

  @Option(
      names = "--storage-setting",
      paramLabel = "NAME=VALUE",
      description = "A setting of the storage, such as url=jdbc:h2:file:/srv/city/store.")
  private Map<String, String> storageSettings = new LinkedHashMap<>();

  @Option(
      names = "--keys",
      paramLabel = "NAME",
      description = "The key source's name, folder by default.")
  private String keys = "folder";

  @Option(
      names = "--keys-setting",
      paramLabel = "NAME=VALUE",
      description = "A setting of the key source, such as path=/srv/keys/city.")
  private Map<String, String> keysSettings = new LinkedHashMap<>();

  @Option(names = "--space", paramLabel = "ID", description = "The space, default by default.")
  private String space = Space.DEFAULT.id();

  @Option(
      names = "--anchor",
      paramLabel = "HEAD",
      description = "A head that was kept outside, a number, a colon and a hash; may be repeated.")
  private List<String> anchors = new ArrayList<>();

  @Option(names = "--help", usageHelp = true, description = "Shows this.")
  @SuppressWarnings("UnusedVariable") // set by picocli, which shows the help itself
  private boolean help;

  private final Clock clock;
  private final PrintStream out;
  private final PrintStream err;

  private VerifyAudit(Clock clock, PrintStream out, PrintStream err) {
    this.clock = clock;
    this.out = out;
    this.err = err;
  }

  /** Verifies, and ends the process with the exit code. */
  public static void main(String[] args) {
    Shell.quieten();
    System.exit(run(Clock.systemUTC(), System.out, System.err, args));
  }

  /** Verifies; 0 if it is clean, 1 if something is wrong, 2 if something given cannot be used. */
  static int run(Clock clock, PrintStream out, PrintStream err, String... args) {
    return Shell.run(new VerifyAudit(clock, out, err), out, err, args);
  }

  @Override
  public Integer call() {
    if (storage.equals("jdbc")) {
      // A wrong address must not be answered with a new and spotless store.
      storageSettings.putIfAbsent("tables", "validate");
    }
    try (EducationCities cities =
        EducationCities.builder()
            .storage(storage, Settings.of(storageSettings))
            .keys(keys, Settings.of(keysSettings))
            .space(new Space(space))
            .clock(clock)
            .build()) {
      AuditReport report =
          cities.audit().verify(SELF, anchors.stream().map(AuditHead::of).toList());
      report.findings().forEach(each -> out.println(each.problem() + " " + each.where()));
      out.println(
          report.chained()
              + " entries in the chain, "
              + report.pending()
              + " not yet; "
              + (report.isClean() ? "nothing is wrong" : report.findings().size() + " findings"));
      out.println("head " + report.head());
      return report.isClean() ? 0 : WRONG;
    } catch (SpiException | EducationCitiesException | IllegalArgumentException e) {
      return Shell.refuse(NAME, e.getMessage(), err);
    }
  }
}
