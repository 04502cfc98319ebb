package org.educationcities.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Good files of the other modules, the canaries put where they tell of people. */
final class Samples {
  private static final Path ADAPTERS = Path.of("..");
  private static final Pattern README_SAMPLE =
      Pattern.compile("### (\\w+\\.csv)\n.*?```csv\n(.*?)```", Pattern.DOTALL);

  private Samples() {}

  static Path resources(String adapter) {
    return ADAPTERS.resolve(adapter).resolve("src/test/resources");
  }

  /** OneRoster of a version; birth dates, names and mail are canaries. */
  static Map<String, byte[]> oneRoster(String version) throws IOException {
    return marked(files(resources("oneroster").resolve("sample-" + version)));
  }

  static Map<String, byte[]> hsds(String folder) throws IOException {
    return marked(files(resources("hsds").resolve(folder)));
  }

  /** The city's own files as their README shows them. */
  static Map<String, byte[]> cityCsv() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Matcher sample =
        README_SAMPLE.matcher(Files.readString(ADAPTERS.resolve("city-csv").resolve("README.md")));
    while (sample.find()) {
      files.put(sample.group(1), sample.group(2).getBytes(StandardCharsets.UTF_8));
    }
    return marked(files);
  }

  /** The policies that the library shows as samples. */
  static Map<String, byte[]> policies() throws IOException {
    Path folder =
        Path.of("..", "..", "core", "src/main/resources/org/educationcities/safeguarding");
    return files(folder);
  }

  static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return out.toByteArray();
  }

  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : FileSet.list(folder)) {
      if (Files.isRegularFile(file)) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Map<String, byte[]> marked(Map<String, byte[]> files) {
    files.replaceAll((name, bytes) -> marked(bytes));
    return files;
  }

  private static byte[] marked(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace("Placeholder", Canary.NAME)
        .replace("canary-", Canary.NAME)
        .replace("2018-02-03", Canary.DAY)
        .replace("32.4401", Canary.PLACE)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
