package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.citycsv.CityCsvReader;
import org.educationcities.citycsv.CityCsvWriter;
import org.educationcities.citycsv.CityFiles;
import org.educationcities.citycsv.CityImport;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.ImportReport;

/** The city's own files. What is taken of them is written, read back, and written the same. */
final class CityCsv implements Target {
  private final FileSet files = new FileSet();
  private final FileSet written = new FileSet();
  private final FileSet writtenAgain = new FileSet();

  @Override
  public void read(byte[] input) {
    Path folder = files.lay(input);
    Imports.readBothWays(mode -> readAndWrite(folder, mode));
  }

  private ImportReport readAndWrite(Path folder, ImportMode mode) {
    CityImport read = CityCsvReader.of(mode).read(folder);
    if (mode == ImportMode.ALL_OR_NOTHING && !read.files().cities().isEmpty()) {
      Path once = written(written, read.files());
      Path twice = written(writtenAgain, CityCsvReader.of(mode).read(once).files());
      assertThat(contents(twice)).isEqualTo(contents(once));
    }
    return read.report();
  }

  private static Path written(FileSet place, CityFiles files) {
    Path folder = place.lay(new byte[0]);
    clear(folder);
    CityCsvWriter.write(folder, files);
    return folder;
  }

  private static Map<String, String> contents(Path folder) {
    Map<String, String> contents = new TreeMap<>();
    try {
      for (Path each : FileSet.list(folder)) {
        contents.put(String.valueOf(each.getFileName()), Files.readString(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  private static void clear(Path folder) {
    try {
      for (Path each : FileSet.list(folder)) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return List.of(FileSet.joined(Samples.cityCsv()));
  }
}
