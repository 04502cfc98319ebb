package org.educationcities.hostile;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** OneRoster in a zip, byte by byte. */
final class OneRosterZip implements Target {
  private final FileSet files = new FileSet();

  @Override
  public void read(byte[] input) {
    OneRosterFolder.read(files.layOne("roster.zip", input));
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return List.of(
        Samples.zip(Samples.oneRoster("1.1")),
        Samples.zip(Map.of("orgs.csv", new byte[] {'a', '\n'}, "folder/users.csv", new byte[0])));
  }
}
