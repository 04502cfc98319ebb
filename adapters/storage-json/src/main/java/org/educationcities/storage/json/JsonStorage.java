package org.educationcities.storage.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.OutcomeUnknownException;
import org.educationcities.spi.storage.PendingChanges;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Entities in memory, committed by a journal, brought to their files now and then. Thread-safe: one
 * lock is held while a transaction is checked and committed.
 */
final class JsonStorage implements Storage {
  static final Set<StorageCapability> CAPABILITIES =
      Set.of(StorageCapability.DURABLE, StorageCapability.SYNCED);

  /** Versions are reserved so many at a time; an opening skips what another left over. */
  private static final long VERSIONS = 1L << 20;

  private static final long LONGEST_JOURNAL = 4L << 20;

  private final StorageContext context;
  private final Disk disk;
  private final Layout layout;
  private final Closeable locked;
  private final Contents contents;
  private final Journal journal;
  private final Map<Path, EntityText> unfiled = new LinkedHashMap<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
  private final PendingChanges.Committed committed = new Reading();
  private long version;
  private long versionEnd;
  private volatile boolean closed;

  private JsonStorage(
      StorageContext context,
      Disk disk,
      Layout layout,
      Closeable locked,
      Contents contents,
      Journal journal,
      long version) {
    this.context = context;
    this.disk = disk;
    this.layout = layout;
    this.locked = locked;
    this.contents = contents;
    this.journal = journal;
    this.version = version;
    this.versionEnd = version;
  }

  static JsonStorage open(StorageContext context, Disk disk, Layout layout) {
    Closeable locked = null;
    Journal journal = null;
    try {
      checkOurs(disk, layout);
      disk.makeFolder(layout.folder());
      locked = lock(disk, layout);
      checkOurs(disk, layout);
      Contents contents = new Contents();
      for (Path file : disk.files(layout.spaces())) {
        if (file.toString().endsWith(".json")) {
          contents.apply(readEntity(disk, layout, file));
        }
      }
      long version = disk.exists(layout.versions()) ? version(disk.read(layout.versions())) : 1;
      List<EntityText> committed = new ArrayList<>();
      journal = Journal.open(disk, layout.journal(), committed);
      if (!disk.exists(layout.format())) {
        disk.replace(layout.format(), Layout.FORMAT.getBytes(UTF_8));
      }
      JsonStorage storage =
          new JsonStorage(context, disk, layout, locked, contents, journal, version);
      committed.forEach(storage::apply);
      storage.reserveVersions();
      disk.syncFolder(layout.folder());
      storage.file();
      return storage;
    } catch (IOException | IllegalArgumentException | StorageUnavailableException failed) {
      giveUp(journal, locked, failed);
      if (failed instanceof StorageUnavailableException told) {
        throw told;
      }
      throw new StorageUnavailableException(
          failed instanceof IOException
              ? "The folder cannot be used.\nMaybe it is read-only, full, or not a folder at all."
              : "The folder's content cannot be read: "
                  + failed.getMessage()
                  + "\nMaybe it was changed by hand or damaged: restore it from a backup.",
          failed);
    }
  }

  private static long version(byte[] bytes) {
    String text = new String(bytes, US_ASCII).trim();
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("The file 'versions' holds no version.");
    }
    return Long.parseLong(text);
  }

  private static void giveUp(
      @Nullable Journal journal, @Nullable Closeable locked, Exception failed) {
    try {
      if (journal != null) {
        journal.close();
      }
      if (locked != null) {
        locked.close();
      }
    } catch (IOException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  private static Closeable lock(Disk disk, Layout layout) {
    try {
      return disk.lock(layout.lock());
    } catch (IOException held) {
      throw new StorageUnavailableException(
          "The folder is open already, or cannot be locked.\n"
              + "Maybe end the other process, or use PostgreSQL where several share it.",
          held);
    }
  }

  /** A folder that has anything in it must say that it is ours. */
  private static void checkOurs(Disk disk, Layout layout) throws IOException {
    if (disk.exists(layout.format())) {
      String format = new String(disk.read(layout.format()), UTF_8);
      if (format.equals(Layout.FORMAT)) {
        return;
      }
      throw new StorageUnavailableException(
          format.startsWith(Layout.FORMAT_START)
              ? "The folder is of another version of this storage than 1.\n"
                  + "Maybe use the newer version of the library that made it."
              : "The folder is not of this storage.\nMaybe choose another, empty one.");
    }
    // A creation that was cut off left at most these.
    Set<Path> own =
        Set.of(
            layout.lock(),
            layout.journal(),
            layout.versions(),
            layout.format().resolveSibling("format.tmp"));
    for (Path file : disk.files(layout.folder())) {
      if (!own.contains(file)) {
        throw new StorageUnavailableException(
            "The folder has files in it that are not of this storage.\n"
                + "Maybe choose another, empty one.");
      }
    }
  }

  private static EntityText readEntity(Disk disk, Layout layout, Path file) throws IOException {
    try {
      EntityText read = EntityText.read(disk.read(file));
      if (read.entity() != null
          && layout.entity(read.space(), read.type(), read.id()).equals(file)) {
        return read;
      }
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(file + " is not as it was written.", broken);
    }
    throw new IllegalArgumentException(file + " has the content of another file.");
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work) {
    Objects.requireNonNull(space, "space");
    checkOpen();
    PendingChanges pending = new PendingChanges(context, space, committed);
    return pending.run(busy, work, () -> commit(space, pending));
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("This storage is closed.");
    }
  }

  /** The contents, read while nothing is written. */
  private final class Reading implements PendingChanges.Committed {
    @Override
    public @Nullable Entity get(Space space, String type, String id) {
      lock.readLock().lock();
      try {
        checkOpen();
        return contents.get(space.id(), type, id);
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    public List<Entity> all(Space space, String type) {
      lock.readLock().lock();
      try {
        checkOpen();
        return contents.all(space.id(), type).toList();
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    public long nextVersion() {
      lock.writeLock().lock();
      try {
        checkOpen();
        if (version == versionEnd) {
          reserveVersions();
        }
        return version++;
      } catch (IOException failed) {
        throw new StorageUnavailableException(
            "No versions could be reserved.\nMaybe the disk is full or read-only.", failed);
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  private void reserveVersions() throws IOException {
    String next = (version + VERSIONS) + "\n";
    disk.replace(layout.versions(), next.getBytes(UTF_8));
    disk.syncFolder(layout.folder());
    versionEnd = version + VERSIONS;
  }

  /** Checks all changes, commits them to the journal and makes them visible. */
  private void commit(Space space, PendingChanges pending) {
    lock.writeLock().lock();
    try {
      checkOpen();
      List<EntityText> changes =
          pending.checked().stream()
              .map(each -> new EntityText(space.id(), each.type(), each.id(), each.after()))
              .toList();
      if (changes.isEmpty()) {
        return;
      }
      journal.commit(changes);
      changes.forEach(this::apply);
      if (journal.size() > LONGEST_JOURNAL) {
        file();
      }
    } catch (OutcomeUnknownException failed) {
      closeFiles();
      throw failed;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void apply(EntityText change) {
    contents.apply(change);
    unfiled.put(layout.entity(change.space(), change.type(), change.id()), change);
  }

  /**
   * Brings what the journal holds to the entities' files, then empties it. Where that fails, the
   * journal keeps all, and the next try or opening goes on.
   */
  private void file() {
    try {
      Set<Path> folders = new LinkedHashSet<>();
      for (Map.Entry<Path, EntityText> entry : unfiled.entrySet()) {
        Path file = entry.getKey();
        Path folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
        disk.makeFolder(folder);
        if (entry.getValue().entity() == null) {
          disk.delete(file);
        } else {
          disk.replace(file, entry.getValue().write().getBytes(UTF_8));
        }
        for (Path up = folder;
            up != null && !up.equals(layout.folder().getParent()) && folders.add(up);
            up = up.getParent()) {}
      }
      for (Path folder : folders) {
        disk.syncFolder(folder);
      }
      journal.clear();
      unfiled.clear();
    } catch (IOException failed) {
      System.getLogger("org.educationcities.storage.json")
          .log(
              Level.WARNING,
              "The journal could not be brought to the files; it keeps all.",
              failed);
    }
  }

  private void closeFiles() {
    closed = true;
    try {
      journal.close();
      locked.close();
    } catch (IOException failed) {
      System.getLogger("org.educationcities.storage.json")
          .log(Level.WARNING, "The folder could not be let go.", failed);
    }
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        file();
        closeFiles();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
