package org.educationcities.examples.cityinabox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.educationcities.EducationCities;
import org.educationcities.privacy.AuditHead;
import org.educationcities.spi.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyAuditTest {
  @TempDir Path temporary;

  private String told = "";

  @Test
  void aCleanStoreIsSaidToBeCleanAndAPlaceTakenAwayInTheDatabaseIsFound() throws Exception {
    AuditHead head = settle();
    assertThat(run("--anchor", head.toString())).isZero();
    assertThat(told).contains("nothing is wrong", "head " + head);

    assertThat(run("--anchor", head.sequence() + ":" + "f".repeat(64))).isEqualTo(1);
    assertThat(told).contains("NOT_ANCHORED " + head.sequence());

    sql("DELETE FROM ec_entity WHERE type = 'learner-anchor'");
    assertThat(run()).isEqualTo(1);
    assertThat(told).contains("REMOVED learner-anchor/", "1 findings");
  }

  @Test
  void whatCannotBeUsedIsSaidInOneLineAndAStoreThatIsNotThereIsNotMade() {
    assertThat(run()).isEqualTo(2);
    assertThat(told).contains("Maybe its address is wrong").hasLineCount(1);
    assertThat(temporary.resolve("city.mv.db")).doesNotExist();

    settle();
    assertThat(run("--anchor", "nonsense")).isEqualTo(2);
    assertThat(told).hasLineCount(1);
    assertThat(run("--space", "No Space")).isEqualTo(2);
    assertThat(run("--no-such-option")).isEqualTo(2);
    assertThat(told).startsWith("verify-audit: Unknown option").hasLineCount(1);
  }

  private AuditHead settle() {
    try (EducationCities cities =
        EducationCities.builder()
            .clock(Canary.CLOCK)
            .storage("jdbc", Settings.of(Map.of("url", url())))
            .keys("folder", Settings.of(Map.of("path", keys())))
            .build()) {
      Canary.settle(cities);
      return cities.audit().seal(Canary.ADMINISTRATOR);
    }
  }

  private int run(String... more) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    String[] args = new String[more.length + 4];
    args[0] = "--storage-setting";
    args[1] = "url=" + url();
    args[2] = "--keys-setting";
    args[3] = "path=" + keys();
    System.arraycopy(more, 0, args, 4, more.length);
    int code = VerifyAudit.run(Canary.CLOCK, out, out, args);
    told = bytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url() + ";USER=sa");
        Statement each = connection.createStatement()) {
      each.execute(statement);
    }
  }

  private String url() {
    return "jdbc:h2:file:" + temporary.resolve("city");
  }

  private String keys() {
    return temporary.resolve("keys").toString();
  }
}
