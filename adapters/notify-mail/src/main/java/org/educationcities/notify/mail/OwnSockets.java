package org.educationcities.notify.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * The sockets of one attempt: closing them is the only way to end a read of the JDK's, whether the
 * far side is silent, trickles or the thread is interrupted. None reads more than {@link #MAX_READ}
 * bytes, since a line of an answer may have no end. Thread-safe.
 */
final class OwnSockets extends SocketFactory {
  /** What a whole conversation with its certificates needs many times over. */
  static final int MAX_READ = 1 << 18;

  private final List<Socket> sockets = new ArrayList<>();
  private boolean closed;

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (closed) {
      throw new SocketException("The attempt is over.");
    }
    Socket socket = new Bounded();
    sockets.add(socket);
    return socket;
  }

  /** Closes all, and makes no more. */
  synchronized void close() {
    closed = true;
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed as far as this side goes.
      }
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new SocketException("Only unconnected sockets are made.");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw new SocketException("Only unconnected sockets are made.");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw new SocketException("Only unconnected sockets are made.");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw new SocketException("Only unconnected sockets are made.");
  }

  private static final class Bounded extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new BoundedInput(super.getInputStream());
    }
  }

  private static final class BoundedInput extends FilterInputStream {
    private int left = MAX_READ;

    BoundedInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("More than " + MAX_READ + " bytes were answered.");
      }
    }
  }
}
