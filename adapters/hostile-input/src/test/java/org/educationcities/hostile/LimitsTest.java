package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.educationcities.EveryKind;
import org.educationcities.citycsv.CityCsvReader;
import org.educationcities.citycsv.CityImport;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.Problem;
import org.educationcities.hsds.HsdsReader;
import org.educationcities.oneroster.OneRosterReader;
import org.educationcities.persistence.CorruptEntityException;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.StoredBytes;
import org.educationcities.safeguarding.PolicyFile;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.storage.json.MemoryFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of everything that reads, at inputs too large to be kept as files. */
class LimitsTest {
  @TempDir private Path folder = Path.of("");

  /** A document beyond one limit. */
  enum TooMuch {
    DEEP_OBJECTS("{\"a\":", 100_000, ""),
    DEEP_LISTS("[", 1_000_000, ""),
    LONG_NAME("n", 2_000_000, "\":1}"),
    LONG_TEXT("t", 3_000_000, "\"}"),
    LONG_NUMBER("9", 1_000_000, "}"),
    MANY_VALUES("1,", 500_000, "1]}");

    private final String part;
    private final int times;
    private final String end;

    TooMuch(String part, int times, String end) {
      this.part = part;
      this.times = times;
      this.end = end;
    }

    String json() {
      String start =
          switch (this) {
            case DEEP_OBJECTS, DEEP_LISTS -> "";
            case LONG_NAME -> "{\"";
            case LONG_TEXT -> "{\"id\":\"";
            case LONG_NUMBER -> "{\"id\":";
            case MANY_VALUES -> "{\"id\":[";
          };
      return start + part.repeat(times) + end;
    }
  }

  @ParameterizedTest
  @EnumSource(TooMuch.class)
  void noStoredKindTakesMoreThanItsLimits(TooMuch much) {
    String json = much.json();
    byte[] cut =
        json.substring(0, Math.min(json.length(), 1 << 20)).getBytes(StandardCharsets.UTF_8);
    for (Kind<?> kind : EveryKind.all()) {
      assertThatThrownBy(() -> StoredBytes.read(kind, cut))
          .isInstanceOf(CorruptEntityException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(TooMuch.class)
  void noDocumentOfACityTakesMoreThanItsLimits(TooMuch much) throws Exception {
    Path file = Files.writeString(folder.resolve("service.json"), much.json());
    Path policy = Files.writeString(folder.resolve("policy.json"), much.json());

    assertThatThrownBy(() -> HsdsReader.of("city", "en", ImportMode.ALL_OR_NOTHING).read(file))
        .isInstanceOf(ImportException.class);
    assertThatThrownBy(() -> PolicyFile.read(policy)).isInstanceOf(ImportException.class);
  }

  /** A zip of a million names that hold nothing is refused before it is taken into memory. */
  @Test
  void aZipWithTooManyEntriesIsRefusedBeforeItIsRead() throws Exception {
    Path zip = folder.resolve("roster.zip");
    int entries = 1_000_000;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
      // A packer would hold them all in memory; a directory of entries at one place is enough.
      out.write("PK\3\4".getBytes(StandardCharsets.US_ASCII));
      ByteBuffer entry =
          ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x02014b50);
      entry.putShort(28, (short) 8);
      for (int i = 0; i < entries; i++) {
        entry.put(46, "%08x".formatted(i).getBytes(StandardCharsets.US_ASCII));
        out.write(entry.array());
      }
      ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN).putInt(0, 0x06054b50);
      end.putInt(8, -1).putInt(12, 54 * entries).putInt(16, 4);
      out.write(end.array());
    }

    assertThat(
            catchThrowableOfType(
                    ImportException.class, () -> OneRosterReader.builder().build().read(zip))
                .code())
        .isEqualTo("files-too-many");
  }

  @Test
  void aHeaderOfLongNamesIsNotTakenIntoMemory() throws Exception {
    byte[] name = ("Ω".repeat(32_000) + ",").getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(folder.resolve("cities.csv"))) {
      for (int i = 0; i < 500; i++) {
        out.write(name);
      }
      out.write('\n');
    }

    assertThat(
            catchThrowableOfType(
                    ImportException.class,
                    () -> CityCsvReader.of(ImportMode.ALL_OR_NOTHING).read(folder))
                .code())
        .isEqualTo("column-missing");
  }

  /** Without its header a file begins with a child's row: no message repeats it. */
  @Test
  void aLostHeaderIsNotToldCellByCell() throws Exception {
    Files.writeString(
        folder.resolve("learners.csv"),
        Canary.NAME + ",he," + Canary.DAY + "," + Canary.PLACE + "\n");

    CityImport read = CityCsvReader.of(ImportMode.BEST_EFFORT).read(folder);

    assertThat(read.report().refused()).extracting(Problem::code).contains("column-missing");
    assertThat(read.report().notes() + " " + read.report().refused())
        .doesNotContain(Canary.NAME, Canary.DAY, Canary.PLACE);
  }

  @Test
  void everyKindReadsItsSample() {
    int read = 0;
    for (Kind<?> kind : EveryKind.all()) {
      try {
        StoredBytes.read(kind, SampleDocument.of(kind).getBytes(StandardCharsets.UTF_8));
        read++;
      } catch (CorruptEntityException e) {
        // Rules over several components: the fuzzer starts from what it has of them all the same.
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isGreaterThan(EveryKind.all().size() / 3);
  }

  @Test
  void aPayloadOfOpeningsAloneIsKeptAsItIs() {
    String openings = "[".repeat(200_000) + "]".repeat(200_000);

    assertThat(MemoryFolder.text("learner", "l1", openings).length()).isLessThan(500_000);
  }

  @Test
  void aPolicyThatIsAFolderOrAZipIsRefused() throws Exception {
    Path zip = folder.resolve("policy.zip");
    Files.write(zip, Samples.zip(Map.of("policy.json", new byte[] {'{', '}'})));

    for (Path each : new Path[] {folder, zip}) {
      assertThat(
              catchThrowableOfType(ImportException.class, () -> PolicyFile.read(each)).problems())
          .extracting(Problem::code)
          .containsExactly("file-missing");
    }
  }

  /**
   * Messages of validation are made without an expression language: what looks like one is text.
   */
  @Test
  void aNameWithAnExpressionIsATextLikeAnyOther() {
    String name = "${7*7} #{T(java.lang.Runtime)} {0} %s";

    CityRecord city =
        CityRecord.builder("c1", "IL", ZoneId.of("Asia/Jerusalem"))
            .names(Map.of("en", name))
            .build();

    assertThat(city.names()).containsEntry("en", name);
    assertThatThrownBy(() -> Class.forName("jakarta.el.ELContext"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
