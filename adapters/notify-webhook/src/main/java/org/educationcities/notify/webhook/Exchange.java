package org.educationcities.notify.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.educationcities.spi.notification.DeliveryResult;
import org.jspecify.annotations.Nullable;

/**
 * One POST over a connection of its own, to an address that was checked. Nothing is kept between
 * two of them: no connection, cookie or login; nothing is followed or repeated; no proxy is asked.
 * Made for one thread; {@link #abort} may come from any.
 */
final class Exchange {

  /** Opens the sockets: a test may lead a public address to a server of its own. */
  interface Sockets {
    /** A socket that is not connected yet. */
    Socket open();
  }

  /** Without this, a proxy in a system property would be asked in silence. */
  static final Sockets DIRECT = () -> new Socket(Proxy.NO_PROXY);

  /**
   * The body means nothing to us, but who is still writing it should not see the connection break;
   * beyond this it may.
   */
  private static final int MAX_BODY_READ = 65_536;

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final WebhookEndpoint endpoint;
  private final Limits limits;
  private final long deadline;
  private final Sockets sockets;
  private final SSLSocketFactory encryption;
  private final Object lock = new Object();
  private @Nullable Socket current;
  private boolean aborted;

  /**
   * An exchange to be run once.
   *
   * @param deadline by {@link System#nanoTime}
   */
  Exchange(
      WebhookEndpoint endpoint,
      Limits limits,
      long deadline,
      Sockets sockets,
      SSLSocketFactory encryption) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.deadline = deadline;
    this.sockets = sockets;
    this.encryption = encryption;
  }

  /**
   * Posts, and tells what the answer's head means as soon as it is there.
   *
   * @throws IOException if no whole head of an answer came
   * @throws HttpException if what came is no HTTP
   */
  void post(
      List<InetAddress> addresses,
      List<Header> headers,
      byte[] body,
      Instant now,
      Consumer<DeliveryResult> told)
      throws IOException, HttpException {
    try {
      DefaultBHttpClientConnection connection =
          new DefaultBHttpClientConnection(
              Http1Config.DEFAULT, null, null, null, null, null, config -> new WholeHeadParser());
      connection.bind(connect(addresses));
      ClassicHttpResponse response =
          new HttpRequestExecutor()
              .execute(request(headers, body), connection, HttpCoreContext.create());
      Header wait = response.getFirstHeader("Retry-After");
      told.accept(Answer.meaning(response.getCode(), wait == null ? null : wait.getValue(), now));
      drain(response.getEntity());
    } finally {
      // The socket beneath is closed, at once; to close the connection above it could wait for the
      // other side's farewell.
      abort();
    }
  }

  private ClassicHttpRequest request(List<Header> headers, byte[] body) {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", "/");
    // Set, not constructed: the constructor would take //path for a host.
    request.setPath(endpoint.target());
    headers.forEach(request::addHeader);
    request.setHeader("Host", endpoint.url().getRawAuthority());
    request.setHeader("Content-Length", Integer.toString(body.length));
    request.setHeader("Connection", "close");
    request.setEntity(new ByteArrayEntity(body, ContentType.parse(Envelope.CONTENT_TYPE)));
    return request;
  }

  private Socket connect(List<InetAddress> addresses) throws IOException {
    IOException last = new SocketTimeoutException();
    for (InetAddress address : addresses) {
      Socket socket = sockets.open();
      try {
        hold(socket);
        socket.connect(new InetSocketAddress(address, endpoint.port()), within(limits.connect()));
        socket.setSoTimeout(within(limits.read()));
        socket.setTcpNoDelay(true);
        return endpoint.isEncrypted() ? encrypted(socket) : socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private SSLSocket encrypted(Socket socket) throws IOException {
    SSLSocket encrypted =
        (SSLSocket) encryption.createSocket(socket, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = encrypted.getSSLParameters();
    // Without this the certificate would be checked, but not whose it is.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(PROTOCOLS);
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  /** The time left, but at most a limit, in milliseconds. */
  private int within(Duration limit) throws SocketTimeoutException {
    long left = (deadline - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    return (int) Math.min(left, limit.toMillis());
  }

  private void drain(@Nullable HttpEntity entity) {
    if (entity == null) {
      return;
    }
    try {
      InputStream body = entity.getContent();
      byte[] piece = new byte[8192];
      int left = MAX_BODY_READ;
      while (left > 0 && System.nanoTime() < deadline) {
        int read = body.read(piece, 0, Math.min(piece.length, left));
        if (read < 0) {
          return;
        }
        left -= read;
      }
    } catch (IOException e) {
      // The head has been told already; how its body ends changes nothing.
      return;
    }
  }

  private void hold(Socket socket) throws IOException {
    synchronized (lock) {
      if (aborted) {
        socket.close();
        throw new SocketTimeoutException();
      }
      current = socket;
    }
  }

  /** Closes the connection under way, and lets no further be made. */
  void abort() {
    Socket socket;
    synchronized (lock) {
      aborted = true;
      socket = current;
    }
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // Closed or not, nobody uses it any more.
        return;
      }
    }
  }
}
