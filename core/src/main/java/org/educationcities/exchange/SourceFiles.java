package org.educationcities.exchange;

import com.google.common.collect.ImmutableSortedSet;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The files of one import: a folder, a zip, or a single file. Hostile ones are refused: paths that
 * leave the folder, links out of it, names that come twice, more or larger files than the limits
 * allow, zips that inflate beyond measure. Not thread-safe; to be closed.
 */
public final class SourceFiles implements Closeable {
  private final Container container;
  private final ImportLimits limits;
  private long read;

  /** Where the files are. */
  interface Container extends Closeable {
    Set<String> names();

    InputStream open(String name, SourceFiles files) throws IOException;
  }

  private SourceFiles(Container container, ImportLimits limits) {
    this.container = container;
    this.limits = limits;
  }

  /**
   * Opens a folder (its files, not those of folders in it), a zip (its files, or those of the one
   * folder in it that holds them all), or a single file of any other kind.
   *
   * @throws ImportException if there is none, or if it is refused
   */
  public static SourceFiles open(Path path, ImportLimits limits) {
    String name = nameOf(path);
    try {
      if (Files.isDirectory(path)) {
        return new SourceFiles(FolderFiles.of(path, limits), limits);
      }
      if (!Files.isRegularFile(path)) {
        throw new ImportException(
            name, "file-missing", "There is no such file or folder.\nMaybe the path is wrong.");
      }
      return new SourceFiles(
          ZipFiles.isZip(path) ? ZipFiles.of(path, limits) : FolderFiles.ofOne(path), limits);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** The names of the files, in order. */
  public Set<String> names() {
    return ImmutableSortedSet.copyOf(container.names());
  }

  /** Whether there is a file of this name. */
  public boolean has(String name) {
    return container.names().contains(name);
  }

  /** Notes every file that is not among the known ones as left alone. */
  public void noteOthers(Set<String> known, ImportLog log) {
    for (String name : names()) {
      if (!known.contains(name)) {
        log.note(
            Problem.of(name, "file-unknown", "This file is not asked for; it was left alone."));
      }
    }
  }

  /** A reader that counts, and refuses beyond the limits. */
  InputStream open(String name) {
    if (!has(name)) {
      throw new ImportException(
          name, "file-missing", "There is no such file.\nMaybe a folder or zip was given instead.");
    }
    try {
      return container.open(name, this);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  ImportLimits limits() {
    return limits;
  }

  void count(long bytes) {
    read += bytes;
    if (read > limits.totalBytes()) {
      throw new ImportException(
          "",
          "files-too-large",
          "The files have more than "
              + limits.totalBytes()
              + " bytes together.\nMaybe raise the limit.");
    }
  }

  static ImportException unreadable(String file, IOException cause) {
    return new ImportException(
        Problem.of(
            file,
            "file-unreadable",
            "It cannot be read (" + cause.getClass().getSimpleName() + ")."),
        cause);
  }

  static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  @Override
  public void close() {
    try {
      container.close();
    } catch (IOException e) {
      throw unreadable("", e);
    }
  }
}
