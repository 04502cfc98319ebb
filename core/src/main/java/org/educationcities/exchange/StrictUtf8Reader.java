package org.educationcities.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly and says where it is broken; skips a byte order mark; counts quotes. */
final class StrictUtf8Reader extends Reader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
  private boolean atEnd;
  private boolean started;
  private boolean broken;
  private char previous;
  private char pending;
  private long line = 1;
  private int column;
  private long quotes;

  StrictUtf8Reader(InputStream in) {
    this.in = in;
  }

  /** What is not UTF-8, and where. */
  static final class NotUtf8Exception extends IOException {
    private static final long serialVersionUID = 1L;
    final long line;
    final int column;

    NotUtf8Exception(long line, int column) {
      super("not UTF-8");
      this.line = line;
      this.column = column;
    }
  }

  /** Whether the quotes read so far are odd in number: one was opened and not closed. */
  boolean hasOpenQuote() {
    return quotes % 2 != 0;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (pending != 0) {
      target[offset] = pending;
      pending = 0;
      return 1;
    }
    if (length == 1) {
      return readOne(target, offset);
    }
    int kept = 0;
    while (kept == 0) {
      int decoded = decode(target, offset, length);
      if (decoded < 0) {
        return -1;
      }
      kept = pass(target, offset, decoded);
    }
    return kept;
  }

  private int decode(char[] target, int offset, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (chars.position() == 0) {
      if (broken) {
        throw new NotUtf8Exception(line, column + 1);
      }
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      if (result.isError()) {
        broken = true;
      } else if (result.isUnderflow()) {
        if (atEnd) {
          break;
        }
        fill();
      }
      skipByteOrderMark(chars, target, offset);
    }
    return chars.position() == 0 ? -1 : chars.position();
  }

  /** A decoder cannot hand out half of a surrogate pair, so the other half waits. */
  private int readOne(char[] target, int offset) throws IOException {
    char[] two = new char[2];
    int count = read(two, 0, 2);
    if (count > 0) {
      target[offset] = two[0];
    }
    if (count == 2) {
      pending = two[1];
    }
    return Math.min(count, 1);
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      atEnd = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private void skipByteOrderMark(CharBuffer chars, char[] target, int offset) {
    if (!started && chars.position() > 0) {
      started = true;
      if (target[offset] == BYTE_ORDER_MARK) {
        System.arraycopy(target, offset + 1, target, offset, chars.position() - 1);
        chars.position(chars.position() - 1);
      }
    }
  }

  /**
   * Counts lines, columns and quotes, and turns line ends within quotes into LF: FastCSV 4.1.0
   * loses the line end after a quoted field that ends in CR, and with it a whole row.
   *
   * @return how many characters are left
   */
  private int pass(char[] target, int offset, int length) {
    int kept = offset;
    for (int i = offset; i < offset + length; i++) {
      char each = target[i];
      boolean secondOfTwo = each == '\n' && previous == '\r';
      boolean quoted = quotes % 2 != 0;
      previous = each;
      if (!secondOfTwo || !quoted) {
        target[kept++] = quoted && each == '\r' ? '\n' : each;
      }
      if (each == '\n' || each == '\r') {
        line += secondOfTwo ? 0 : 1;
        column = 0;
      } else {
        column++;
        quotes += each == '"' ? 1 : 0;
      }
    }
    return kept - offset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
