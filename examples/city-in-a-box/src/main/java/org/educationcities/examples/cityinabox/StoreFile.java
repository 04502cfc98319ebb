package org.educationcities.examples.cityinabox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The store in the output folder, put back as it was when the job fails half-way, whatever it was
 * that failed. Every step of the library is all or nothing by itself; the job is many steps. One
 * job at a time: a second one is refused.
 */
final class StoreFile implements AutoCloseable {
  private static final String DATABASE = "cities.mv.db";
  private static final String BEFORE = "cities.before";

  private final Path folder;
  private final boolean existed;
  private final FileChannel lockFile;
  private final FileLock lock;

  private StoreFile(Path folder, boolean existed, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.existed = existed;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** The address of the database in it. */
  static Path address(Path folder) {
    return folder.resolve("cities").toAbsolutePath();
  }

  /**
   * Keeps a copy of what is there, before the database is opened.
   *
   * @throws UnusableException if it can't be kept, or another job is at work; nothing was changed
   */
  static StoreFile keep(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(folder, lockFile);
      Path database = folder.resolve(DATABASE);
      boolean existed = Files.exists(database);
      StoreFile kept = new StoreFile(folder, existed, lockFile, lock);
      try {
        if (existed) {
          Files.copy(database, folder.resolve(BEFORE), StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        kept.close();
        throw unkept(folder, e);
      }
      return kept;
    } catch (IOException e) {
      throw unkept(folder, e);
    }
  }

  private static FileLock lock(Path folder, FileChannel lockFile) throws IOException {
    FileLock lock = null;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      // By this very process: as taken as by any other.
      lock = null;
    }
    if (lock == null) {
      lockFile.close();
      throw new UnusableException(
          "another job is at work on the store '" + folder + "': wait for it to end");
    }
    return lock;
  }

  private static UnusableException unkept(Path folder, IOException e) {
    return new UnusableException(
        "no copy of the store '"
            + folder
            + "' can be kept ("
            + Folders.reason(e)
            + "): maybe the disk is full, or the folder read-only",
        e);
  }

  /** Puts the store back as it was; the database is closed by now. Needs no room on the disk. */
  void putBack() {
    try {
      for (Path each : leftovers()) {
        Files.deleteIfExists(each);
      }
      if (existed) {
        Files.move(
            folder.resolve(BEFORE),
            folder.resolve(DATABASE),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UnusableException(
          "the store '"
              + folder
              + "' could not be put back as it was ("
              + Folders.reason(e)
              + "): "
              + (existed ? "'" + BEFORE + "' in it is the store as it was" : "delete it"),
          e);
    }
  }

  /** What the database may have left: its file, traces and half-written copies. */
  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              each -> {
                String name = String.valueOf(each.getFileName());
                return name.startsWith("cities.")
                    && !name.equals(BEFORE)
                    // What there was is replaced by one move, not deleted first.
                    && !(existed && name.equals(DATABASE));
              })
          .toList();
    }
  }

  /** Lets the next job in; the copy is no longer needed. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve(BEFORE));
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UnusableException(
          "the store '" + folder + "' could not be left cleanly (" + Folders.reason(e) + ")", e);
    }
  }
}
