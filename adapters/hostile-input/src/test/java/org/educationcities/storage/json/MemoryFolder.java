package org.educationcities.storage.json;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageContext;

/**
 * A folder in memory that the JSON storage can be opened on. Whatever leaves the folder is a
 * finding.
 */
public final class MemoryFolder {
  private static final Path FOLDER = Path.of("/store");
  private final Map<Path, byte[]> files = new TreeMap<>();

  /** Puts a file into it, by its path in the folder. */
  public void put(String path, byte[] bytes) {
    files.put(FOLDER.resolve(path).normalize(), bytes);
  }

  /** Opens the storage on it; what it writes while it opens and closes is in it then. */
  public Storage open(Set<EntityType> types) {
    return JsonStorage.open(
        StorageContext.of(Settings.of(Map.of()), types), new InMemory(), new Layout(FOLDER));
  }

  /** What an entity without indexes looks like in its file. */
  public static String text(String type, String id, String payload) {
    return EntityText.of(
            "default",
            Entity.of(type, id, 7, 1, payload.getBytes(StandardCharsets.UTF_8), Map.of()))
        .write();
  }

  /** The file of an entity, by its path in the folder. */
  public static String path(String type, String id) {
    return FOLDER.relativize(new Layout(FOLDER).entity("default", type, id)).toString();
  }

  private Path inside(Path path) {
    if (!path.normalize().startsWith(FOLDER)) {
      throw new AssertionError("The storage leaves its folder: " + path);
    }
    return path.normalize();
  }

  private final class InMemory implements Disk {
    @Override
    public void makeFolder(Path folder) {
      inside(folder);
    }

    @Override
    public boolean exists(Path path) {
      return files.containsKey(inside(path));
    }

    @Override
    public byte[] read(Path file) throws IOException {
      byte[] bytes = files.get(inside(file));
      if (bytes == null) {
        throw new NoSuchFileException(file.toString());
      }
      return bytes.clone();
    }

    @Override
    public List<Path> files(Path folder) {
      return files.keySet().stream().filter(each -> each.startsWith(inside(folder))).toList();
    }

    @Override
    public void replace(Path file, byte[] bytes) {
      files.put(inside(file), bytes.clone());
    }

    @Override
    public void delete(Path file) {
      files.remove(inside(file));
    }

    @Override
    public void syncFolder(Path folder) {
      inside(folder);
    }

    @Override
    public Log openLog(Path file) {
      files.putIfAbsent(inside(file), new byte[0]);
      return new InMemoryLog(inside(file));
    }

    @Override
    public Closeable lock(Path file) {
      inside(file);
      return () -> {};
    }
  }

  private final class InMemoryLog implements Disk.Log {
    private final Path file;

    private InMemoryLog(Path file) {
      this.file = file;
    }

    private byte[] bytes() {
      return files.getOrDefault(file, new byte[0]);
    }

    @Override
    public long size() {
      return bytes().length;
    }

    @Override
    public void append(byte[] more) {
      byte[] all = Arrays.copyOf(bytes(), bytes().length + more.length);
      System.arraycopy(more, 0, all, all.length - more.length, more.length);
      files.put(file, all);
    }

    @Override
    public void cut(long size) {
      files.put(file, Arrays.copyOf(bytes(), (int) size));
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}
  }
}
