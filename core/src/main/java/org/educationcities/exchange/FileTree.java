package org.educationcities.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a folder or a zip, flat, read within limits. Neither subfolders nor links are
 * followed; a zip whose entries climb out of it, come twice, or inflate beyond the limits is
 * refused.
 */
public final class FileTree {
  private final ImportLimits limits;
  private final SortedMap<String, byte[]> files;

  private FileTree(ImportLimits limits, SortedMap<String, byte[]> files) {
    this.limits = limits;
    this.files = files;
  }

  /**
   * Reads a folder, or a file whose name ends in {@code .zip}.
   *
   * @throws ImportException if it is not there, cannot be read, or goes beyond the limits
   */
  public static FileTree of(Path folderOrZip, ImportLimits limits) {
    String name = String.valueOf(folderOrZip.getFileName());
    try {
      if (Files.isDirectory(folderOrZip)) {
        return new FileTree(limits, folder(folderOrZip, limits));
      }
      if (Files.isRegularFile(folderOrZip)) {
        return new FileTree(limits, zip(folderOrZip, limits));
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw new ImportException(
          name + " is no zip that can be read.\nMaybe it was cut off on its way.");
    } catch (IOException e) {
      throw new ImportException(name + " cannot be read.\nMaybe its permissions forbid it.");
    }
    throw new ImportException(name + " is not there.\nMaybe the path is of another machine.");
  }

  /** The limits it was read within. */
  public ImportLimits limits() {
    return limits;
  }

  /** The names of the files, in order. */
  public Iterable<String> names() {
    return files.keySet();
  }

  /** The bytes of a file, if it is there; not copied, so not to be changed. */
  public Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static SortedMap<String, byte[]> folder(Path folder, ImportLimits limits)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    long inAll = 0;
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
        String name = String.valueOf(entry.getFileName());
        if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        checkCount(files.size() + 1, limits);
        try (InputStream in = Files.newInputStream(entry)) {
          byte[] bytes = read(in, limits.bytesPerFile());
          inAll = checkAll(inAll + bytes.length, limits);
          files.put(name, bytes);
        }
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> zip(Path file, ImportLimits limits) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    long inAll = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        String name = entry.getName();
        if (name.startsWith("/")
            || name.contains("\\")
            || name.contains("..")
            || name.contains(":")) {
          throw new ImportException(
              "An entry of the zip leads out of it; nothing was taken.\nMaybe somebody tampered with it.");
        }
        checkCount(files.size() + 1, limits);
        long most = limits.bytesPerFile();
        if (entry.getCompressedSize() >= 0) {
          // A small file may well inflate much; what counts is what it comes to.
          most =
              Math.min(
                  most, Math.max(1 << 20, entry.getCompressedSize() * limits.inflationRatio()));
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = read(in, most);
          inAll = checkAll(inAll + bytes.length, limits);
          if (files.put(name, bytes) != null) {
            throw new ImportException(
                "The zip holds a file twice; nothing was taken.\nMaybe pack it again.");
          }
        }
      }
    }
    return files;
  }

  private static byte[] read(InputStream in, long most) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
    if (bytes.length > most) {
      throw new ImportException(
          "A file is larger than "
              + most
              + " bytes; nothing was taken.\nMaybe split it, or raise the limit.");
    }
    return bytes;
  }

  private static void checkCount(int count, ImportLimits limits) {
    if (count > limits.files()) {
      throw new ImportException(
          "There are more than "
              + limits.files()
              + " files; nothing was taken.\nMaybe it is another folder.");
    }
  }

  private static long checkAll(long inAll, ImportLimits limits) {
    if (inAll > limits.bytesInAll()) {
      throw new ImportException(
          "The files are larger than "
              + limits.bytesInAll()
              + " bytes in all; nothing was taken.\nMaybe raise the limit.");
    }
    return inAll;
  }
}
