package org.educationcities.examples.cityinabox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A job that can't go on leaves the store as it was, and says so in one line. The disk that fills
 * is a limit on the size of files, set by the shell: the system itself refuses to write on.
 */
class StoreAsItWasTest {
  /** In blocks of 512 bytes: more than any file that is written, less than the open database. */
  private static final String LIMIT = "ulimit -f 8000; ";

  @TempDir private Path folder;
  private Path output;

  private record Ran(int code, String told) {}

  @BeforeEach
  void inAFolderOfItsOwn() {
    output = folder.resolve("out");
  }

  @Test
  void whenTheDiskFillsOnTheFirstRunThereIsNoStore() throws Exception {
    assertRefused(run(LIMIT, "7"), "The store is as it was before.");
    assertThat(storeFiles()).containsExactly("lock");
  }

  @Test
  void whenTheDiskFillsLaterTheStoreIsTheVeryOneOfBefore() throws Exception {
    assertThat(run("", "7").code()).isZero();
    byte[] before = Files.readAllBytes(store());

    assertRefused(run(LIMIT, "8"), "The store is as it was before.");
    assertThat(storeFiles()).containsExactlyInAnyOrder("cities.mv.db", "lock");
    assertThat(Files.readAllBytes(store())).isEqualTo(before);

    Ran again = run("", "7");
    assertThat(again.code()).as(again.told()).isZero();
    assertThat(again.told()).contains("0 new, 0 changed");
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsRefusedBeforeTheStoreIsOpened() throws Exception {
    assertThat(run("", "7").code()).isZero();
    byte[] before = Files.readAllBytes(store());
    String readOnly = readOnly();
    assumeTrue(!readOnly.isEmpty(), "no way here to make a folder read-only for this user");

    assertRefused(run(readOnly, "8"), "can't be written to");
    assertThat(Files.readAllBytes(store())).isEqualTo(before);
  }

  @Test
  void aPlaceWhereNoFolderCanBeIsRefused() throws Exception {
    Path nowhere = Path.of("/proc/city-in-a-box");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
    output = nowhere;
    assertRefused(run("", "7"), "can't be written to");
  }

  @Test
  void twoJobsOnOneStoreDoNotMeet() throws IOException {
    Path store = Files.createDirectories(output.resolve("store"));
    try (StoreFile first = StoreFile.keep(store)) {
      assertThat(first).isNotNull();
      assertThat(run("", "7").told()).contains("another job is at work");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shell words that make the output folder read-only for what follows; empty if none can. */
  private String readOnly() throws Exception {
    if (!"root".equals(System.getProperty("user.name"))) {
      return "chmod -R a-w '" + output + "'; ";
    }
    // Root may write anywhere but into what is mounted read-only; the mount ends with its process.
    String mount =
        "mount --bind '"
            + output
            + "' '"
            + output
            + "' && mount -o remount,bind,ro '"
            + output
            + "'";
    Process trial =
        new ProcessBuilder("unshare", "--mount", "sh", "-c", mount)
            .redirectErrorStream(true)
            .start();
    trial.getInputStream().readAllBytes();
    return trial.waitFor() == 0 ? mount + " && " : "";
  }

  private Path store() {
    return output.resolve("store/cities.mv.db");
  }

  private List<String> storeFiles() throws IOException {
    try (var files = Files.list(output.resolve("store"))) {
      return files.map(each -> each.getFileName().toString()).toList();
    }
  }

  /** Runs the job in a process of its own, after some words of the shell's. */
  private Ran run(String first, String seed) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (first.startsWith("mount")) {
      command.addAll(List.of("unshare", "--mount"));
    }
    command.addAll(
        List.of(
            "sh",
            "-c",
            first + "exec \"$0\" \"$@\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CityInABox.class.getName(),
            "--output",
            output.toString(),
            "--learners",
            "300",
            "--messages",
            "10",
            "--seed",
            seed));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Ran(process.exitValue(), told);
  }

  private static void assertRefused(Ran ran, String clue) {
    assertThat(ran.code()).as(ran.told()).isEqualTo(Shell.UNUSABLE);
    String last = ran.told().strip();
    last = last.substring(last.lastIndexOf('\n') + 1);
    assertThat(last).startsWith("city-in-a-box: ").contains(clue);
    assertThat(ran.told()).doesNotContain("\tat ").doesNotContain("WARNING");
  }
}
