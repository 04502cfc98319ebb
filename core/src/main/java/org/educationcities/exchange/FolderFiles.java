package org.educationcities.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The files of a folder, or one file. */
final class FolderFiles implements SourceFiles.Container {
  private final Map<String, Path> files;

  private FolderFiles(Map<String, Path> files) {
    this.files = files;
  }

  static FolderFiles ofOne(Path file) {
    return new FolderFiles(Map.of(SourceFiles.nameOf(file), file));
  }

  static FolderFiles of(Path folder, ImportLimits limits) throws IOException {
    Path real = folder.toRealPath();
    Map<String, Path> files = new TreeMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(real)) {
      for (Path entry : entries) {
        String name = SourceFiles.nameOf(entry);
        if (Files.isSymbolicLink(entry) && !staysInside(real, entry)) {
          throw new ImportException(
              name,
              "link-outside",
              "This link leads out of the folder.\nMaybe copy the file instead.");
        }
        if (Files.isRegularFile(entry)) {
          files.put(name, entry);
        }
        if (files.size() > limits.files()) {
          throw new ImportException(
              SourceFiles.nameOf(folder),
              "files-too-many",
              "The folder has more than " + limits.files() + " files.\nMaybe it is the wrong one.");
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new FolderFiles(files);
  }

  private static boolean staysInside(Path folder, Path link) {
    try {
      return link.toRealPath().startsWith(folder);
    } catch (IOException e) {
      // It leads nowhere, or round in a circle.
      return false;
    }
  }

  @Override
  public Set<String> names() {
    return files.keySet();
  }

  @Override
  public InputStream open(String name, SourceFiles set) throws IOException {
    Path file = Objects.requireNonNull(files.get(name), name);
    return CappedStream.plain(Files.newInputStream(file), name, set.limits(), set::count);
  }

  @Override
  public void close() {}
}
