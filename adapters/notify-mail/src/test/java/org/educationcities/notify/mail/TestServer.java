package org.educationcities.notify.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that can vanish from its port and come back to it. */
final class TestServer implements AutoCloseable {

  /** What happens on a connection; it is closed afterwards. */
  interface Service {
    void serve(Socket socket) throws Exception;
  }

  private final Service service;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "test-server");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket listening;

  TestServer(Service service) throws IOException {
    this.service = service;
    this.listening = listen(0);
    this.port = listening.getLocalPort();
  }

  int port() {
    return port;
  }

  private ServerSocket listen(int where) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 100);
    threads.execute(() -> acceptAll(socket));
    return socket;
  }

  private void acceptAll(ServerSocket from) {
    try {
      while (true) {
        Socket socket = from.accept();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // It was closed: nobody is served any more.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      service.serve(socket);
    } catch (Exception e) {
      // The client went away, as it may.
    } finally {
      sockets.remove(socket);
    }
  }

  synchronized void vanish() throws IOException {
    listening.close();
  }

  synchronized void comeBack() throws IOException {
    if (listening.isClosed()) {
      listening = listen(port);
    }
  }

  @Override
  public void close() throws IOException {
    vanish();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
