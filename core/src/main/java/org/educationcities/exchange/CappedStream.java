package org.educationcities.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Counts what is read, refuses beyond the limits, and checks a zip entry's sum at its end. */
final class CappedStream extends FilterInputStream {
  private static final long SLACK = 1L << 20;

  private final String file;
  private final long limit;
  private final LongConsumer total;
  private final long compressed;
  private final int ratio;
  private final long expectedSum;
  private final @Nullable CRC32 sum;
  private long count;

  private CappedStream(
      InputStream in,
      String file,
      ImportLimits limits,
      LongConsumer total,
      long compressed,
      long expectedSum) {
    super(in);
    this.file = file;
    this.limit = limits.fileBytes();
    this.total = total;
    this.compressed = compressed;
    this.ratio = limits.inflationRatio();
    this.expectedSum = expectedSum;
    this.sum = expectedSum < 0 ? null : new CRC32();
  }

  static CappedStream plain(InputStream in, String file, ImportLimits limits, LongConsumer total) {
    return new CappedStream(in, file, limits, total, -1, -1);
  }

  static CappedStream inflated(
      InputStream in,
      String file,
      ImportLimits limits,
      LongConsumer total,
      long compressed,
      long sum) {
    return new CappedStream(in, file, limits, total, Math.max(0, compressed), sum);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read < 0) {
      if (sum != null && sum.getValue() != expectedSum) {
        throw new ImportException(
            file,
            "zip-sum",
            "What the zip holds does not match its sum.\nMaybe it was cut or damaged on its way.");
      }
      return read;
    }
    if (sum != null) {
      sum.update(target, offset, read);
    }
    count += read;
    if (count > limit) {
      throw new ImportException(
          file,
          "file-too-large",
          "The file has more than " + limit + " bytes.\nMaybe split it, or raise the limit.");
    }
    if (compressed >= 0 && count > SLACK && count - SLACK > compressed * ratio) {
      throw new ImportException(
          file,
          "zip-bomb",
          "It inflates to more than "
              + ratio
              + " times its size.\nMaybe it was made to harm; else raise the limit.");
    }
    total.accept(read);
    return read;
  }

  @Override
  public long skip(long bytes) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
