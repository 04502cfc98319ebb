package org.educationcities.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.educationcities.hsds.HsdsReader;

/** HSDS as one JSON document. */
final class HsdsJson implements Target {
  private final FileSet files = new FileSet();

  @Override
  public void read(byte[] input) {
    read(files.layOne("service.json", input));
  }

  static void read(Path path) {
    Imports.readBothWays(mode -> HsdsReader.of("city", "en", mode).read(path).report());
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>(Samples.hsds("malformed/good").values());
    for (Map.Entry<String, byte[]> each : Samples.hsds("open-referral").entrySet()) {
      if (each.getKey().endsWith(".json")) {
        seeds.add(each.getValue());
      }
    }
    return seeds;
  }
}
