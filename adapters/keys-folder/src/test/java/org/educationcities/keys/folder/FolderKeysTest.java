package org.educationcities.keys.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderKeysTest {
  private static final Space OTHER = new Space("other");

  @TempDir Path temporary;

  @Test
  void key1AndKey2AKeyIs32BytesAndStaysTheSame() {
    byte[] first;
    try (KeySource keys = open()) {
      first = keys.obtain(Space.DEFAULT, "person 1");
      assertThat(first).hasSize(32);
      assertThat(keys.obtain(Space.DEFAULT, "person 1")).isEqualTo(first);
      assertThat(keys.obtain(Space.DEFAULT, "person 2")).isNotEqualTo(first);
      assertThat(keys.obtain(OTHER, "person 1")).isNotEqualTo(first);
      assertThat(keys.find(Space.DEFAULT, "nobody")).isEmpty();
      keys.obtain(Space.DEFAULT, "person 1")[0]++;
      assertThat(keys.obtain(Space.DEFAULT, "person 1")).isEqualTo(first);
    }
    try (KeySource keys = open()) {
      assertThat(keys.find(Space.DEFAULT, "person 1")).contains(first);
    }
  }

  @Test
  void key3ADestroyedKeyNeverComesBackAndIsNowhereInTheFolder() throws IOException {
    byte[] key;
    try (KeySource keys = open()) {
      key = keys.obtain(Space.DEFAULT, "person 1");
      keys.obtain(Space.DEFAULT, "person 2");
      assertThat(keys.destroy(Space.DEFAULT, "person 1")).isTrue();
      assertThat(keys.destroy(Space.DEFAULT, "person 1")).isFalse();
    }
    try (KeySource keys = open()) {
      assertThat(keys.find(Space.DEFAULT, "person 1")).isEmpty();
      assertThatThrownBy(() -> keys.obtain(Space.DEFAULT, "person 1"))
          .isInstanceOf(IllegalStateException.class);
      assertThat(keys.find(Space.DEFAULT, "person 2")).isPresent();
    }
    String hex = HexFormat.of().formatHex(key);
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(each, StandardCharsets.US_ASCII)).doesNotContain(hex);
      }
    }
  }

  @Test
  void key5ManyAreFetchedAsOneByOne() {
    Set<String> ids =
        IntStream.range(0, 2000).mapToObj(i -> "person-" + i).collect(Collectors.toSet());
    Map<String, byte[]> made;
    try (KeySource keys = open()) {
      made = keys.obtainAll(Space.DEFAULT, ids);
      assertThat(made).hasSize(2000);
      assertThat(keys.findAll(Space.DEFAULT, Set.of("person-7", "nobody")))
          .containsOnlyKeys("person-7");
    }
    try (KeySource keys = open()) {
      Map<String, byte[]> again = keys.findAll(Space.DEFAULT, ids);
      assertThat(again).hasSize(2000);
      made.forEach((id, key) -> assertThat(again.get(id)).isEqualTo(key));
    }
  }

  @Test
  void aLineThatWasNotFinishedIsLeftOutAndWrittenOver() throws IOException {
    try (KeySource keys = open()) {
      keys.obtain(Space.DEFAULT, "a");
    }
    Path file = temporary.resolve("keys/default/61"); // the code of "a"
    Files.writeString(file, "a2 12", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
    byte[] next;
    try (KeySource keys = open()) {
      assertThat(keys.find(Space.DEFAULT, "a")).isPresent();
      next = keys.obtain(Space.DEFAULT, "\u0001B"); // falls to the same file
    }
    try (KeySource keys = open()) {
      assertThat(keys.find(Space.DEFAULT, "\u0001B")).contains(next);
      assertThat(keys.find(Space.DEFAULT, "a")).isPresent();
    }
  }

  @Test
  void onlyItsOwnerMayReadItAndOneProcessAtATimeHasIt() throws IOException {
    try (KeySource keys = open()) {
      keys.obtain(Space.DEFAULT, "a");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder().resolve("default/61"))))
          .isEqualTo("rw-------");
      assertThatThrownBy(this::open)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("open in another process");
    }
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("open to others");
  }

  @Test
  void theFactorySaysWhatItNeeds() {
    assertThatThrownBy(() -> new FolderPlugin().keySources().get(0).open(Settings.none()).close())
        .isInstanceOf(ConfigurationException.class);
    assertThat(new FolderPlugin().keySources())
        .extracting(each -> each.name())
        .isEqualTo(List.of("folder"));
  }

  private Path folder() {
    return temporary.resolve("keys");
  }

  private KeySource open() {
    return new FolderPlugin()
        .keySources()
        .get(0)
        .open(Settings.of(Map.of("path", folder().toString())));
  }
}
