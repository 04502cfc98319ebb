package org.educationcities.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.educationcities.oneroster.OneRosterReader;

/** OneRoster in a folder. */
final class OneRosterFolder implements Target {
  private final FileSet files = new FileSet();

  @Override
  public void read(byte[] input) {
    read(files.lay(input));
  }

  static void read(Path path) {
    Imports.readBothWays(
        mode -> OneRosterReader.builder().withBirthDates().mode(mode).build().read(path).report());
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return List.of(
        FileSet.joined(Samples.oneRoster("1.1")), FileSet.joined(Samples.oneRoster("1.2")));
  }
}
