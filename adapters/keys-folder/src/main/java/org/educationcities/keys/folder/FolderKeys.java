package org.educationcities.keys.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a folder that only its owner can read: for each space 256 files, each of the keys whose
 * ids fall to it. A key that is destroyed is overwritten where it stood and its file written anew;
 * that it was destroyed stays. Whether the medium itself forgets what was overwritten is for the
 * medium: a solid-state disk or a file system with snapshots may not.
 *
 * <p>What {@code obtain} returned is on the medium (synced). One process at a time has the folder;
 * it holds in memory the keys of the files it has read. Thread-safe, one caller at a time.
 */
public final class FolderKeys implements KeySource {
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final SecureRandom random = new SecureRandom();
  private final Map<Path, KeyFile> files = new HashMap<>();
  private boolean closed;

  private FolderKeys(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Opens a folder of keys, and makes it if it is not there.
   *
   * @throws ConfigurationException if it cannot be used, others can read it, or another process has
   *     it open
   */
  public static FolderKeys open(Path folder) {
    Objects.requireNonNull(folder, "folder");
    try {
      Access.makeFolder(folder);
      Optional<String> problem = Access.problem(folder);
      if (problem.isPresent()) {
        throw new ConfigurationException(List.of(problem.get()));
      }
      FileChannel lockFile =
          FileChannel.open(Access.makeFile(folder.resolve("lock")), StandardOpenOption.WRITE);
      FileLock lock = tryLock(lockFile);
      if (lock == null) {
        lockFile.close();
        throw new ConfigurationException(
            List.of(
                "The folder of keys '"
                    + folder
                    + "' is open in another process.\nMaybe it still runs."));
      }
      return new FolderKeys(folder, lockFile, lock);
    } catch (IOException e) {
      throw new ConfigurationException(
          List.of(
              "The folder of keys '"
                  + folder
                  + "' cannot be used ("
                  + e.getClass().getSimpleName()
                  + ").\nMaybe its parent is not there, or is not this user's."));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public synchronized Optional<byte[]> find(Space space, String keyId) {
    return Optional.ofNullable(file(space, keyId).get(keyId)).map(byte[]::clone);
  }

  @Override
  public synchronized byte[] obtain(Space space, String keyId) {
    return Objects.requireNonNull(obtainAll(space, Set.of(keyId)).get(keyId));
  }

  /** Keys that are made together are synced together, file by file. */
  @Override
  public synchronized Map<String, byte[]> obtainAll(Space space, Set<String> keyIds) {
    Map<String, byte[]> obtained = new LinkedHashMap<>();
    Map<KeyFile, Map<String, byte[]>> made = new HashMap<>();
    for (String each : keyIds) {
      KeyFile file = file(space, each);
      if (file.isGone(each)) {
        throw new IllegalStateException(
            "A key is asked for that was destroyed.\nMaybe somebody erased is taken in again.");
      }
      byte[] key = file.get(each);
      if (key == null) {
        key = new byte[KEY_BYTES];
        random.nextBytes(key);
        made.computeIfAbsent(file, it -> new TreeMap<>()).put(each, key);
      }
      obtained.put(each, key.clone());
    }
    try {
      for (Map.Entry<KeyFile, Map<String, byte[]>> each : made.entrySet()) {
        each.getKey().add(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return obtained;
  }

  @Override
  public synchronized boolean destroy(Space space, String keyId) {
    try {
      return file(space, keyId).destroy(keyId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KeyFile file(Space space, String keyId) {
    if (closed) {
      throw new IllegalStateException("The folder of keys is closed.");
    }
    Path ofSpace = folder.resolve(space.id());
    String name = String.format("%02x", keyId.hashCode() & 0xff);
    return files.computeIfAbsent(ofSpace.resolve(name), path -> KeyFile.read(ofSpace, name));
  }

  /** Lets the folder go; what was read of it is forgotten. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    files.values().forEach(KeyFile::forget);
    files.clear();
    try {
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
