package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every target on what it takes, on what the fuzzer once found, and on some thousand broken bytes
 * from a fixed seed, in 64 MB: what the fuzzer does in the large.
 */
class RegressionTest {
  private static final Path FOUND = Path.of("src", "test", "resources", "found");
  private static final int BROKEN = 300;

  /** Seeds, and what was found before. */
  static List<byte[]> inputs(Targets target) throws IOException {
    List<byte[]> inputs = new ArrayList<>(target.make().seeds());
    Path found = FOUND.resolve(target.folder());
    if (Files.isDirectory(found)) {
      for (Path each : FileSet.list(found)) {
        inputs.add(Files.readAllBytes(each));
      }
    }
    return inputs;
  }

  @ParameterizedTest
  @EnumSource(Targets.class)
  void nothingUndeclaredIsThrown(Targets each) throws Exception {
    Target target = each.make();
    List<byte[]> inputs = inputs(each);
    assertThat(inputs).isNotEmpty();
    for (byte[] input : inputs) {
      target.read(input);
    }
    Random random = new Random(each.folder().hashCode());
    for (int i = 0; i < BROKEN; i++) {
      byte[] broken = broken(inputs.get(random.nextInt(inputs.size())), random);
      assertThatCode(() -> target.read(broken))
          .as("on %s", Base64.getEncoder().encodeToString(broken))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void everyFindingBelongsToATarget() throws IOException {
    if (Files.isDirectory(FOUND)) {
      for (Path each : FileSet.list(FOUND)) {
        assertThat(Targets.ofFolder(String.valueOf(each.getFileName()))).isNotNull();
      }
    }
  }

  private static byte[] broken(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int i = random.nextInt(5); i >= 0 && bytes.length > 0; i--) {
      boolean sharp = random.nextBoolean();
      bytes[random.nextInt(bytes.length)] =
          (byte) (sharp ? ",\"\n\r;=0:{}[]-+'".charAt(random.nextInt(15)) : random.nextInt(256));
    }
    return bytes;
  }
}
