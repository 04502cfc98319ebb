package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fuzzer on every target, each in a JVM of its own: {@code -Dfuzz.seconds=10} for each, of the
 * targets whose name holds {@code -Dfuzz.target}. What it found is kept in {@code target/fuzz} and
 * goes on from there the next time; a finding becomes a file in {@code src/test/resources/found}.
 */
@Tag("fuzz")
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
  private static final Path WORK = Path.of("target", "fuzz");
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 10);
  private static final Pattern FIGURES =
      Pattern.compile("#(\\d+)\\s+(\\w+)\\s+cov: (\\d+) ft: (\\d+)");
  private static final Pattern DONE = Pattern.compile("#\\d+\\s+DONE");

  static Stream<Targets> targets() {
    String wanted = System.getProperty("fuzz.target", "");
    return Arrays.stream(Targets.values()).filter(each -> each.folder().contains(wanted));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void findsNothing(Targets target) throws Exception {
    Path corpus = Files.createDirectories(WORK.resolve(target.folder()));
    Path scratch = Files.createDirectories(WORK.resolve(target.folder() + "-scratch"));
    Path log = WORK.resolve(target.folder() + ".log");
    int number = 0;
    for (byte[] each : RegressionTest.inputs(target)) {
      Files.write(corpus.resolve("given-" + number++), each);
    }

    Process process =
        new ProcessBuilder(command(target, corpus, scratch))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(SECONDS + 240L, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    remove(scratch);

    String told = Files.readString(log, StandardCharsets.ISO_8859_1);
    System.getLogger(FuzzTest.class.getName())
        .log(System.Logger.Level.INFO, target.folder() + ": " + figures(told));
    assertThat(ended).as("%s came to its end", target).isTrue();
    assertThat(process.exitValue()).as("%s\n%s", target, finding(told)).isZero();
    assertThat(DONE.matcher(told).find()).as("%s ran: %s", target, tail(told)).isTrue();
  }

  private static List<String> command(Targets target, Path corpus, Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The fuzzer itself needs some memory; in the regression test the same inputs have 64 MB.
    command.addAll(List.of("-Xmx224m", "-XX:-OmitStackTraceInFastThrow", "-Duser.language=en"));
    command.add("-Djava.io.tmpdir=" + scratch.toAbsolutePath());
    command.add("-Dhostile.target=" + target.folder());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzEntry.class.getName());
    command.add("--instrumentation_includes=org.educationcities.**:de.siegmar.**");
    command.add("--reproducer_path=" + WORK.toAbsolutePath());
    command.add(corpus.toString());
    command.add("-max_total_time=" + SECONDS);
    command.add("-max_len=" + target.longest());
    command.add("-timeout=20");
    command.add("-rss_limit_mb=2048");
    command.add("-dict=" + Path.of("src", "test", "resources", "hostile.dict"));
    command.add("-artifact_prefix=" + WORK.resolve(target.folder() + "-"));
    command.add("-print_final_stats=1");
    return command;
  }

  /** How often it ran, and how many edges and features of the code it reached. */
  private static String figures(String told) {
    Matcher figures = FIGURES.matcher(told);
    String last = "no figures";
    while (figures.find()) {
      last =
          figures.group(1)
              + " executions, coverage "
              + figures.group(3)
              + ", features "
              + figures.group(4);
    }
    return last;
  }

  private static String finding(String told) {
    int at = told.indexOf("== Java Exception");
    return at < 0 ? tail(told) : told.substring(at, Math.min(told.length(), at + 6_000));
  }

  private static String tail(String told) {
    return told.substring(Math.max(0, told.length() - 3_000));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
