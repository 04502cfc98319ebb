package org.educationcities.storage.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.educationcities.spi.storage.OutcomeUnknownException;
import org.educationcities.spi.storage.StorageUnavailableException;

/**
 * The commit point: a transaction is committed when its record is synced here. A record is a line
 * with its size and checksum, then its entities. A torn record at the end was never committed.
 */
final class Journal implements Closeable {
  private final Disk.Log log;
  private long size;

  private Journal(Disk.Log log, long size) {
    this.log = log;
    this.size = size;
  }

  /** Reads all whole records of a journal, and cuts off a torn one. */
  static Journal open(Disk disk, Path file, List<EntityText> committed) throws IOException {
    byte[] bytes = disk.exists(file) ? disk.read(file) : new byte[0];
    int good = 0;
    while (true) {
      int next = readRecord(bytes, good, committed);
      if (next < 0) {
        break;
      }
      good = next;
    }
    checkNothingWholeFollows(bytes, good);
    Disk.Log log = disk.openLog(file);
    if (good < bytes.length) {
      log.cut(good);
      log.sync();
    }
    return new Journal(log, good);
  }

  /** What is torn is at the end; a whole record behind a broken one means damage. */
  private static void checkNothingWholeFollows(byte[] bytes, int good) {
    for (int i = good + 1; i < bytes.length; i++) {
      if (bytes[i - 1] == '\n' && bytes[i] == 'c' && readRecord(bytes, i, new ArrayList<>()) >= 0) {
        throw new IllegalArgumentException("The journal is damaged at byte " + good + ".");
      }
    }
  }

  private static int readRecord(byte[] bytes, int from, List<EntityText> committed) {
    int lineEnd = from;
    while (lineEnd < bytes.length && bytes[lineEnd] != '\n') {
      lineEnd++;
    }
    if (lineEnd >= bytes.length) {
      return -1;
    }
    String[] words = new String(bytes, from, lineEnd - from, UTF_8).split(" ", -1);
    if (words.length != 3 || !words[0].equals("commit") || !words[1].matches("[0-9]{1,9}")) {
      return -1;
    }
    int start = lineEnd + 1;
    int end = start + Integer.parseInt(words[1]);
    if (end < start || end > bytes.length) {
      return -1;
    }
    byte[] body = Arrays.copyOfRange(bytes, start, end);
    if (!checksum(body).equals(words[2])) {
      return -1;
    }
    // Entities are laid out with a brace in the first column only at their ends.
    List<EntityText> read = new ArrayList<>();
    for (int at = 0; at < body.length; ) {
      int next = endOfEntity(body, at);
      read.add(EntityText.read(Arrays.copyOfRange(body, at, next)));
      at = next;
    }
    committed.addAll(read);
    return end;
  }

  private static int endOfEntity(byte[] body, int from) {
    for (int i = from + 2; i < body.length; i++) {
      if (body[i] == '\n' && body[i - 1] == '}' && body[i - 2] == '\n') {
        return i + 1;
      }
    }
    return body.length;
  }

  private static String checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  /**
   * Commits.
   *
   * @throws StorageUnavailableException if it surely did not; the journal is as it was
   * @throws OutcomeUnknownException if a sync failed, or a torn record could not be cut off: then
   *     nothing may be written any more
   */
  void commit(List<EntityText> changes) {
    StringBuilder body = new StringBuilder();
    changes.forEach(change -> body.append(change.write()));
    byte[] bytes = body.toString().getBytes(UTF_8);
    byte[] head = ("commit " + bytes.length + " " + checksum(bytes) + "\n").getBytes(UTF_8);
    byte[] record = Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, record, head.length, bytes.length);
    try {
      log.append(record);
    } catch (IOException full) {
      cutBack(full);
      throw new StorageUnavailableException(
          "The journal could not be written; nothing was changed.\n"
              + "Maybe the disk is full or read-only.",
          full);
    }
    try {
      log.sync();
    } catch (IOException failed) {
      // After a failed sync the system may have dropped what it held: nothing can be trusted.
      throw new OutcomeUnknownException(
          "The journal could not be synced; the storage is closed.\n"
              + "Maybe the disk is failing: open again and read what was written.",
          failed);
    }
    size += record.length;
  }

  private void cutBack(IOException full) {
    try {
      log.cut(size);
      log.sync();
    } catch (IOException alsoFailed) {
      full.addSuppressed(alsoFailed);
      throw new OutcomeUnknownException(
          "The journal could not be written, nor cut back; the storage is closed.\n"
              + "Maybe the disk is failing: open again and read what was written.",
          full);
    }
  }

  long size() {
    return size;
  }

  /** Empties it: all it held is in the files. */
  void clear() throws IOException {
    log.cut(0);
    size = 0;
    log.sync();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
