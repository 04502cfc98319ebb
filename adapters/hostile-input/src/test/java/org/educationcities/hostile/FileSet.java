package org.educationcities.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Some files as one input: before each a line {@code === name}, the rest raw bytes. Only what
 * changed since the last input is written to the disk.
 */
final class FileSet {
  private static final byte[] MARK = "=== ".getBytes(StandardCharsets.US_ASCII);

  private final Path folder;
  private final Map<String, byte[]> written = new TreeMap<>();

  FileSet() {
    try {
      folder = Files.createTempDirectory("hostile");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some files as one input. */
  static byte[] joined(Map<String, byte[]> files) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    files.forEach(
        (name, bytes) -> {
          joined.writeBytes(MARK);
          joined.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
          joined.writeBytes(bytes);
          if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
            joined.write('\n');
          }
        });
    return joined.toByteArray();
  }

  /** The files of a folder as one input. */
  static byte[] of(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : list(folder)) {
      if (Files.isRegularFile(file)) {
        files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    }
    return joined(files);
  }

  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** The one file of a folder. */
  static Path only(Path folder) {
    try {
      return list(folder).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, byte[]> split(byte[] input) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int at : marks(input)) {
      int line = at;
      while (line < input.length && input[line] != '\n') {
        line++;
      }
      String name =
          new String(
              input,
              at + MARK.length,
              Math.max(0, line - at - MARK.length),
              StandardCharsets.UTF_8);
      int end = marks(input).stream().filter(each -> each > at).findFirst().orElse(input.length);
      if (isName(name)) {
        files.put(name, Arrays.copyOfRange(input, Math.min(line + 1, end), end));
      }
    }
    return files;
  }

  private static List<Integer> marks(byte[] input) {
    List<Integer> marks = new ArrayList<>();
    for (int i = 0; i + MARK.length <= input.length; i++) {
      if ((i == 0 || input[i - 1] == '\n')
          && Arrays.equals(input, i, i + MARK.length, MARK, 0, MARK.length)) {
        marks.add(i);
      }
    }
    return marks;
  }

  private static boolean isName(String name) {
    return name.length() <= 60 && name.matches("[A-Za-z0-9._-]+") && !name.matches("[.]+");
  }

  /** The folder with exactly the files of an input. */
  Path lay(byte[] input) {
    Map<String, byte[]> wanted = split(input);
    try {
      for (String old : List.copyOf(written.keySet())) {
        if (!wanted.containsKey(old)) {
          Files.deleteIfExists(folder.resolve(old));
          written.remove(old);
        }
      }
      for (Map.Entry<String, byte[]> each : wanted.entrySet()) {
        byte[] last = written.get(each.getKey());
        // The fuzzer's hook on Arrays.equals ends its JVM where one of the two is null.
        if (last == null || !Arrays.equals(last, each.getValue())) {
          Files.write(folder.resolve(each.getKey()), each.getValue());
          written.put(each.getKey(), each.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** One file with the whole input in it. */
  Path layOne(String name, byte[] input) {
    try {
      return Files.write(folder.resolve(name), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
