package org.educationcities.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a zip, by its central directory; nothing is ever unpacked onto a disk. */
final class ZipFiles implements SourceFiles.Container {
  private static final byte[] ENTRY = {'P', 'K', 3, 4};
  private static final byte[] EMPTY = {'P', 'K', 5, 6};

  private final ZipFile zip;
  private final long size;
  private final Map<String, ZipEntry> entries;

  private ZipFiles(ZipFile zip, long size, Map<String, ZipEntry> entries) {
    this.zip = zip;
    this.size = size;
    this.entries = entries;
  }

  static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return Arrays.equals(start, ENTRY) || Arrays.equals(start, EMPTY);
    }
  }

  // The zip stays open for as long as its files are read; a failure closes it.
  @SuppressWarnings("MustBeClosedChecker")
  static ZipFiles of(Path file, ImportLimits limits) throws IOException {
    String name = SourceFiles.nameOf(file);
    ZipDirectory.check(file, name, limits);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | IllegalArgumentException e) {
      throw new ImportException(
          Problem.of(
              name,
              "zip-broken",
              "This is not a whole zip.\nMaybe it was cut or damaged on its way, or is encrypted."),
          e);
    }
    try {
      return new ZipFiles(zip, Files.size(file), entries(zip, name, limits));
    } catch (IllegalArgumentException e) {
      zip.close();
      throw new ImportException(
          Problem.of(name, "zip-broken", "The names in this zip are not UTF-8."), e);
    } catch (ImportException e) {
      zip.close();
      throw e;
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, String zipName, ImportLimits limits) {
    Map<String, ZipEntry> files = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    int count = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      String name = entry.getName();
      if (++count > limits.files()) {
        throw new ImportException(
            zipName, "files-too-many", "The zip has more than " + limits.files() + " entries.");
      }
      refuseEscape(name);
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw new ImportException(
            name,
            "file-twice",
            "The zip holds this name twice; which of them counts cannot be told.\nMaybe pack it anew.");
      }
      if (!entry.isDirectory() && !isClutter(name)) {
        files.put(name, entry);
      }
    }
    return withoutCommonFolder(files);
  }

  private static void refuseEscape(String name) {
    boolean escapes =
        name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.matches("(?s)[A-Za-z]:.*")
            || name.indexOf('\0') >= 0
            || Arrays.asList(name.split("/", -1)).contains("..");
    if (escapes) {
      throw new ImportException(
          name, "zip-slip", "This name leads out of the zip.\nMaybe it was made to harm.");
    }
  }

  /** What macOS puts beside the files. */
  private static boolean isClutter(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  private static Map<String, ZipEntry> withoutCommonFolder(Map<String, ZipEntry> files) {
    if (files.isEmpty()) {
      return files;
    }
    String first = files.keySet().iterator().next();
    String folder = first.substring(0, first.indexOf('/') + 1);
    if (folder.isEmpty() || !files.keySet().stream().allMatch(each -> each.startsWith(folder))) {
      return files;
    }
    Map<String, ZipEntry> inside = new TreeMap<>();
    files.forEach((name, entry) -> inside.put(name.substring(folder.length()), entry));
    return inside;
  }

  @Override
  public Set<String> names() {
    return entries.keySet();
  }

  @Override
  public InputStream open(String name, SourceFiles files) throws IOException {
    ZipEntry entry = Objects.requireNonNull(entries.get(name), name);
    InputStream in = zip.getInputStream(entry);
    if (in == null) {
      throw new ImportException(
          name, "zip-broken", "The zip lists this file and does not hold it.");
    }
    // What an entry says of its own size is the zip's word; it has no more than the whole zip.
    long compressed = Math.min(entry.getCompressedSize(), size);
    return CappedStream.inflated(
        in, name, files.limits(), files::count, compressed, entry.getCrc());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
