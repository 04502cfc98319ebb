package org.educationcities.notify.webhook;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Reads the head of an answer, and takes none that breaks off: the library would take the lines
 * that came for all of it, and a receiver that died while it answered for one that accepted.
 */
final class WholeHeadParser extends DefaultHttpResponseParser {

  /** What is read at most. */
  private static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(8192)
          .setMaxHeaderCount(100)
          .setMaxEmptyLineCount(10)
          .build();

  WholeHeadParser() {
    super(LIMITS);
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, HttpException {
    return super.parse(buffer, new Unbroken(in));
  }

  private static final class Unbroken extends FilterInputStream {
    Unbroken(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read < 0) {
        throw new EOFException();
      }
      return read;
    }

    @Override
    public int read(byte[] piece, int from, int length) throws IOException {
      int read = super.read(piece, from, length);
      if (read < 0) {
        throw new EOFException();
      }
      return read;
    }
  }
}
