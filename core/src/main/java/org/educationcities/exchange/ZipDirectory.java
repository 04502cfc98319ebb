package org.educationcities.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the end of a zip says of its directory (PKWARE's APPNOTE 6.3.10, 4.3.14 to 4.3.16), looked
 * at before anything reads it: the runtime takes the whole directory into memory at once, so a zip
 * of some million empty entries would fill it before the first could be counted.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END64 = 0x06064b50;
  private static final int END64_BYTES = 56;
  // A name, what a packer adds to it, and 46 fixed bytes: no honest entry has more.
  private static final long LARGEST_ENTRY = 2_048;

  private ZipDirectory() {}

  /**
   * Looks at whatever may be the end, wherever it lies: which of several counts is not ours to say.
   *
   * @throws ImportException if one has more entries, or more bytes of them, than the limits allow
   */
  static void check(Path file, String name, ImportLimits limits) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long from = Math.max(0, size - END_BYTES - LONGEST_COMMENT - LOCATOR_BYTES);
      ByteBuffer tail = read(channel, from, (int) (size - from));
      for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
        if (tail.getInt(at) == END) {
          check(
              Short.toUnsignedLong(tail.getShort(at + 10)),
              Integer.toUnsignedLong(tail.getInt(at + 12)),
              name,
              limits);
          int locator = at - LOCATOR_BYTES;
          if (locator >= 0 && tail.getInt(locator) == LOCATOR) {
            checkLarge(channel, tail.getLong(locator + 8), name, limits);
          }
        }
      }
    }
  }

  private static void checkLarge(FileChannel channel, long at, String name, ImportLimits limits)
      throws IOException {
    if (at < 0 || at > channel.size() - END64_BYTES) {
      return;
    }
    ByteBuffer end = read(channel, at, END64_BYTES);
    if (end.getInt(0) == END64) {
      check(end.getLong(32), end.getLong(40), name, limits);
    }
  }

  private static void check(long entries, long bytes, String name, ImportLimits limits) {
    // All ones stand for a larger number elsewhere; where there is none, the zip is broken.
    boolean isElsewhere = bytes == 0xFFFFFFFFL;
    boolean isTooLarge = bytes < 0 || bytes > LARGEST_ENTRY * limits.files();
    if (entries < 0 || entries > limits.files() || (isTooLarge && !isElsewhere)) {
      throw new ImportException(
          name, "files-too-many", "The zip has more than " + limits.files() + " entries.");
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("cut while it was read");
      }
    }
    return bytes.flip();
  }
}
