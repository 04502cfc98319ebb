package org.example.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/** A line for each entity written, then a line that commits them; a torn end counts for nothing. */
record LogFile(RandomAccessFile file, Map<Place, Entity> entities) {
  record Place(String space, String type, String id) {}

  static LogFile open(Path path) {
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      try {
        if (file.getChannel().tryLock() == null) {
          throw new IOException("locked by another process");
        }
        LogFile log = new LogFile(file, new HashMap<>());
        log.replay();
        return log;
      } catch (IOException | RuntimeException broken) {
        file.close();
        throw broken;
      }
    } catch (IOException | OverlappingFileLockException failed) {
      throw new StorageUnavailableException(
          "The log file cannot be used.\nMaybe another has it open, or it is no log file.", failed);
    }
  }

  private void replay() throws IOException {
    byte[] bytes = new byte[Math.toIntExact(file.length())];
    file.readFully(bytes);
    if (bytes.length > 0 && bytes[0] != '+') {
      throw new IOException("not a log file");
    }
    int good = 0;
    int line = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[line] == '=') {
        if (!commitLine(bytes, good, line)
            .equals(new String(bytes, line, i + 1 - line, US_ASCII))) {
          break;
        }
        new String(bytes, good, line - good, US_ASCII).lines().forEach(this::apply);
        good = i + 1;
      }
      line = bytes[i] == '\n' ? i + 1 : line;
    }
    file.setLength(good);
    file.seek(good);
  }

  private static String commitLine(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return "= " + crc.getValue() + "\n";
  }

  void commit(String lines) throws IOException {
    byte[] bytes = lines.getBytes(US_ASCII);
    file.write((lines + commitLine(bytes, 0, bytes.length)).getBytes(US_ASCII));
    file.getFD().sync();
    lines.lines().forEach(this::apply);
  }

  static String line(Place key, @Nullable Entity entity) {
    String id = "+ " + key.space() + " " + key.type() + " " + base64(key.id().getBytes(UTF_8));
    if (entity == null) {
      return id + "\n";
    }
    StringBuilder line = new StringBuilder(id);
    line.append(" ").append(entity.version()).append(" ").append(entity.format());
    line.append(" ").append(base64(entity.payload()));
    entity
        .index()
        .forEach(
            (name, value) ->
                line.append(" ")
                    .append(name)
                    .append(
                        value instanceof IndexValue.Text text
                            ? " t" + base64(text.value().getBytes(UTF_8))
                            : value instanceof IndexValue.Whole whole ? " n" + whole.value() : ""));
    return line.append("\n").toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void apply(String line) {
    String[] words = line.split(" ", -1);
    Place key =
        new Place(words[1], words[2], new String(Base64.getDecoder().decode(words[3]), UTF_8));
    if (words.length == 4) {
      entities.remove(key);
      return;
    }
    Map<String, IndexValue> index = new HashMap<>();
    for (int i = 7; i < words.length; i += 2) {
      String value = words[i + 1].substring(1);
      index.put(
          words[i],
          words[i + 1].startsWith("n")
              ? IndexValue.of(Long.parseLong(value))
              : IndexValue.of(new String(Base64.getDecoder().decode(value), UTF_8)));
    }
    byte[] payload = Base64.getDecoder().decode(words[6]);
    int format = Integer.parseInt(words[5]);
    entities.put(
        key, Entity.of(key.type(), key.id(), Long.parseLong(words[4]), format, payload, index));
  }
}
