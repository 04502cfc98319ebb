package org.educationcities.keys.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some keys in one file, a line each: the id, a space, and 64 hexadecimal digits or {@code gone}. A
 * last line that has no end was never answered for: it is left out, and written over.
 */
final class KeyFile {
  private static final String GONE = "gone";
  private static final Pattern LINE = Pattern.compile("([^ ]+) ([0-9a-f]{64}|" + GONE + ")");

  private final Path folder;
  private final Path path;
  private final Map<String, byte[]> keys = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private long length;

  private KeyFile(Path folder, String name) {
    this.folder = folder;
    this.path = folder.resolve(name);
  }

  static KeyFile read(Path folder, String name) {
    KeyFile file = new KeyFile(folder, name);
    try {
      if (Files.exists(file.path)) {
        file.take(new String(Files.readAllBytes(file.path), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private void take(String text) {
    int whole = text.lastIndexOf('\n') + 1;
    length = whole;
    int number = 0;
    int end;
    for (int from = 0; from < whole; from = end + 1) {
      number++;
      end = text.indexOf('\n', from);
      Matcher parts = LINE.matcher(text.substring(from, end));
      if (!parts.matches()) {
        throw damaged(number);
      }
      String id;
      try {
        id = URLDecoder.decode(parts.group(1), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw damaged(number);
      }
      String rest = parts.group(2);
      if (rest.equals(GONE)) {
        gone.add(id);
        keys.remove(id);
      } else if (!gone.contains(id)) {
        keys.put(id, HexFormat.of().parseHex(rest));
      }
    }
  }

  /** Nothing of the line is told: it may hold a key. To go on would make a new key for old data. */
  private IllegalStateException damaged(int line) {
    return new IllegalStateException(
        "The file of keys '"
            + path
            + "' is damaged at line "
            + line
            + ".\nMaybe restore it from its own backup.");
  }

  byte @Nullable [] get(String id) {
    return keys.get(id);
  }

  boolean isGone(String id) {
    return gone.contains(id);
  }

  /** Adds keys at the end, and syncs them. */
  void add(Map<String, byte[]> made) throws IOException {
    StringBuilder lines = new StringBuilder();
    made.forEach((id, key) -> lines.append(line(id, HexFormat.of().formatHex(key))));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
    Access.makeFolder(folder);
    Access.makeFile(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      write(channel, bytes, length);
      channel.truncate(length + bytes.length);
      channel.force(true);
    }
    length += bytes.length;
    keys.putAll(made);
  }

  /** Writes the file without a key, then overwrites the old one. */
  boolean destroy(String id) throws IOException {
    byte[] key = keys.remove(id);
    if (key == null && gone.contains(id)) {
      return false;
    }
    gone.add(id);
    StringBuilder lines = new StringBuilder();
    keys.forEach((each, known) -> lines.append(line(each, HexFormat.of().formatHex(known))));
    gone.forEach(each -> lines.append(line(each, GONE)));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
    Access.makeFolder(folder);
    Access.makeFile(path);
    Path next = Access.makeFile(path.resolveSibling(path.getFileName() + ".next"));
    try (FileChannel old = FileChannel.open(path, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      write(channel, bytes, 0);
      channel.truncate(bytes.length);
      channel.force(true);
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      write(old, new byte[(int) length], 0);
      old.force(true);
    }
    syncFolder();
    length = bytes.length;
    if (key != null) {
      Arrays.fill(key, (byte) 0);
    }
    return key != null;
  }

  /** Forgets what was read. */
  void forget() {
    keys.values().forEach(each -> Arrays.fill(each, (byte) 0));
    keys.clear();
  }

  private void syncFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return; // some systems cannot sync a folder; the file itself was synced
    }
  }

  private static void write(FileChannel channel, byte[] bytes, long at) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    long position = at;
    while (left.hasRemaining()) {
      position += channel.write(left, position);
    }
  }

  private static String line(String id, String rest) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8) + ' ' + rest + '\n';
  }
}
