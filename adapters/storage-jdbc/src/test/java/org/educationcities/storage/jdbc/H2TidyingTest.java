package org.educationcities.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2's file is tidied while it is written, and no commit is delayed by it. */
class H2TidyingTest extends TidiedCity {
  private static final int TURNS = 400;

  @TempDir Path folder;

  /** How large the file is after many turns; its size when it is closed is another. */
  private long sizeAfterTurns(String name, H2Tidying.Pace pace) throws Exception {
    Path file = folder.resolve(name);
    try (Storage storage = open(url(file), pace)) {
      fill(storage);
      for (int turn = 1; turn <= TURNS; turn++) {
        write(storage, turn);
      }
      assertThat(storage.capabilities()).contains(StorageCapability.DURABLE);
      assertThat(delay(url(file))).isEqualTo("0");
      assertThat(stored(storage)).isEqualTo(expected(TURNS));
      return size(file);
    }
  }

  private static long size(Path file) throws IOException {
    return Files.size(file.resolveSibling(file.getFileName() + ".mv.db"));
  }

  private static String delay(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
      return H2Tidying.setting(connection, "WRITE_DELAY");
    }
  }

  @Test
  void aTidiedFileStaysMuchSmaller() throws Exception {
    long tidied = sizeAfterTurns("tidied", EAGER);
    long grown = sizeAfterTurns("grown", NEVER);

    assertThat(tidied).isLessThan(grown * 2 / 3);
  }

  @Test
  void besideASessionOfSomebodyElseNothingIsTidied() throws Exception {
    long alone = sizeAfterTurns("alone", EAGER);
    Path file = folder.resolve("shared");
    try (Storage storage = open(url(file), EAGER);
        Connection theirs = DriverManager.getConnection(url(file), "sa", "")) {
      assertThat(theirs.isValid(1)).isTrue();
      fill(storage);
      for (int turn = 1; turn <= TURNS; turn++) {
        write(storage, turn);
        assertThat(H2Tidying.setting(theirs, "WRITE_DELAY")).isEqualTo("0");
      }
      assertThat(size(file)).isGreaterThan(alone * 3 / 2);
    }
  }

  @Test
  void onlyAFileWhoseCommitsAreNotDelayedAndAnAdministratorCanTidy() throws Exception {
    String file = url(folder.resolve("rights"));
    try (Connection admin = DriverManager.getConnection(file + ";WRITE_DELAY=0", "sa", "")) {
      Dialect.execute(admin, "CREATE USER reader PASSWORD 'a'");
      assertThat(H2Tidying.of(admin, () -> 1, EAGER)).isNotNull();
      try (Connection reader =
          DriverManager.getConnection(file.replaceAll(";.*", ""), "reader", "a")) {
        assertThat(H2Tidying.of(reader, () -> 1, EAGER)).isNull();
      }
      Dialect.execute(admin, "SET WRITE_DELAY 500");
      assertThat(H2Tidying.of(admin, () -> 1, EAGER)).isNull();
    }
    try (Connection memory = DriverManager.getConnection("jdbc:h2:mem:tidying", "sa", "")) {
      assertThat(H2Tidying.of(memory, () -> 1, EAGER)).isNull();
    }
  }
}
