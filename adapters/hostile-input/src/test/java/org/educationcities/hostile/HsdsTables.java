package org.educationcities.hostile;

import java.io.IOException;
import java.util.List;

/** HSDS as the tables of a data package. */
final class HsdsTables implements Target {
  private final FileSet files = new FileSet();

  @Override
  public void read(byte[] input) {
    HsdsJson.read(files.lay(input));
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return List.of(
        FileSet.joined(Samples.hsds("malformed/good-tables")),
        FileSet.joined(Samples.hsds("open-referral/csv")));
  }
}
