package org.example.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.OutcomeUnknownException;
import org.educationcities.spi.storage.PendingChanges;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.spi.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Entities in memory and in a log file of commits; a torn last one counts for nothing. */
final class LogFileStorage implements Storage, PendingChanges.Committed {
  private static final long HEADER = 0x4c6f672d66696c65L; // "Log-file"

  private final StorageContext context;
  private final RandomAccessFile file;
  private final Map<String, Map<String, Entity>> shelves = new HashMap<>();
  private final ThreadLocal<Boolean> busy = new ThreadLocal<>();
  private long version;

  LogFileStorage(StorageContext context, RandomAccessFile file) throws IOException {
    this.context = context;
    this.file = file;
    try {
      if (file.getChannel().tryLock() == null) {
        throw new IOException("locked by another process");
      }
      replay();
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private void replay() throws IOException {
    if (file.length() == 0) {
      file.write(ByteBuffer.allocate(8).putLong(HEADER).array());
      file.seek(0);
    }
    byte[] bytes = new byte[Math.toIntExact(file.length())];
    file.readFully(bytes);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (bytes.length < 8 || in.readLong() != HEADER) {
      throw new IOException("not a log file");
    }
    int good = 8;
    while (in.available() >= 8) {
      int sum = in.readInt();
      byte[] commit = in.readNBytes(Math.max(0, in.readInt()));
      if (Arrays.hashCode(commit) != sum) {
        break;
      }
      apply(commit);
      good = bytes.length - in.available();
    }
    file.setLength(good);
    file.seek(good);
  }

  private Map<String, Entity> shelf(String space, String type) {
    return shelves.computeIfAbsent(space + " " + type, each -> new HashMap<>());
  }

  private void apply(byte[] commit) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(commit));
    version = in.readLong();
    while (in.available() > 0) {
      String type = in.readUTF();
      Map<String, Entity> shelf = shelf(in.readUTF(), type);
      String id = in.readUTF();
      if (!in.readBoolean()) {
        shelf.remove(id);
        continue;
      }
      Map<String, IndexValue> index = new HashMap<>();
      while (in.readBoolean()) {
        String name = in.readUTF();
        boolean isText = in.readBoolean();
        index.put(name, isText ? IndexValue.of(in.readUTF()) : IndexValue.of(in.readLong()));
      }
      byte[] payload = in.readNBytes(in.readInt());
      shelf.put(id, Entity.of(type, id, in.readLong(), in.readInt(), payload, index));
    }
  }

  private static void write(DataOutputStream out, Entity after) throws IOException {
    for (var each : after.index().entrySet()) {
      out.writeBoolean(true);
      out.writeUTF(each.getKey());
      out.writeBoolean(each.getValue() instanceof IndexValue.Text);
      if (each.getValue() instanceof IndexValue.Text text) {
        out.writeUTF(text.value());
      } else {
        out.writeLong(((IndexValue.Whole) each.getValue()).value());
      }
    }
    out.writeBoolean(false);
    out.writeInt(after.payload().length);
    out.write(after.payload());
    out.writeLong(after.version());
    out.writeInt(after.format());
  }

  private synchronized void commit(Space space, PendingChanges pending) {
    var changes = pending.checked();
    if (changes.isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(version);
      for (var each : changes) {
        Entity after = each.after();
        out.writeUTF(each.type());
        out.writeUTF(space.id());
        out.writeUTF(each.id());
        out.writeBoolean(after != null);
        if (after != null) {
          write(out, after);
        }
      }
      byte[] commit = bytes.toByteArray();
      ByteBuffer framed = ByteBuffer.allocate(8 + commit.length).putInt(Arrays.hashCode(commit));
      file.write(framed.putInt(commit.length).put(commit).array());
      file.getFD().sync();
      apply(commit);
    } catch (IOException failed) {
      close();
      throw new OutcomeUnknownException("The log broke.\nMaybe open again and read.", failed);
    }
  }

  @Override
  public <T extends @Nullable Object> T inTransaction(
      Space space, Function<? super Transaction, ? extends T> work) {
    if (!file.getChannel().isOpen()) {
      throw new IllegalStateException("This storage is closed.");
    }
    PendingChanges pending = new PendingChanges(context, space, this);
    return pending.run(busy, work, () -> commit(space, pending));
  }

  @Override
  public synchronized @Nullable Entity get(Space space, String type, String id) {
    return shelf(space.id(), type).get(id);
  }

  @Override
  public synchronized List<Entity> all(Space space, String type) {
    return List.copyOf(shelf(space.id(), type).values());
  }

  @Override
  public synchronized long nextVersion() {
    return ++version;
  }

  @Override
  public Set<StorageCapability> capabilities() {
    return Set.of(StorageCapability.DURABLE);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException failed) {
      throw new StorageUnavailableException("The log file could not be closed.", failed);
    }
  }
}
