package org.educationcities.notify.mail;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.tck.Arrival;
import org.educationcities.tck.Conduct;
import org.educationcities.tck.FarSide;

/** GreenMail, behind a server that stands in for it where it should misbehave. */
final class MailFarSide implements FarSide {
  static final String PASSWORD = "petrel-3309";
  private static final String UNKNOWN = "nobody-5";

  private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final TestServer server;
  private final Duration limit;
  private final Set<MimeMessage> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Arrival> arrived = new ArrayList<>();
  private volatile CountDownLatch contact = new CountDownLatch(1);
  private volatile Conduct conduct = Conduct.ACCEPTS;

  MailFarSide(Duration limit) throws IOException {
    this.limit = limit;
    greenMail.setUser("mailer", PASSWORD);
    greenMail.start();
    server = new TestServer(this::serve);
  }

  private void serve(Socket socket) throws Exception {
    Conduct now = conduct;
    contact.countDown();
    switch (now) {
      case ACCEPTS -> pipe(socket);
      case REFUSES -> converse(socket, Map.of("RCPT", "550 " + TEXT));
      case POSTPONES -> converse(socket, Map.of("RCPT", "451 " + TEXT));
      case BREAKS_OFF -> converse(socket, Map.of(".", ""));
      case TRICKLES -> trickle(socket);
      case BABBLES -> babble(socket);
      default -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void converse(Socket socket, Map<String, String> answers) throws IOException {
    new Conversation(answers, new ArrayList<>(), null).with(socket);
  }

  private void pipe(Socket socket) throws IOException {
    try (Socket behind =
        new Socket(InetAddress.getLoopbackAddress(), greenMail.getSmtp().getPort())) {
      Thread back =
          new Thread(
              () -> {
                try (socket) {
                  copy(behind.getInputStream(), socket.getOutputStream());
                } catch (IOException e) {
                  // The client went away.
                }
              });
      back.setDaemon(true);
      back.start();
      copy(socket.getInputStream(), behind.getOutputStream());
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush();
    }
  }

  private void trickle(Socket socket) throws Exception {
    OutputStream out = socket.getOutputStream();
    out.write("220-".getBytes(StandardCharsets.US_ASCII));
    CountDownLatch never = new CountDownLatch(1);
    while (!never.await(limit.toMillis() / 10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      out.write('x');
    }
  }

  private static void babble(Socket socket) throws IOException {
    byte[] text = (TEXT + " ").repeat(512).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      socket.getOutputStream().write(text);
    }
  }

  /** Knows everyone but one, at an address that tells nothing. */
  static Optional<Mailbox> find(String recipient) {
    String name = UUID.nameUUIDFromBytes(recipient.getBytes(StandardCharsets.UTF_16)).toString();
    return recipient.equals(UNKNOWN)
        ? Optional.empty()
        : Optional.of(Mailbox.of(name + "@reader.example"));
  }

  static Settings settings(int port, Duration limit) {
    return Settings.of(
        Map.of(
            "host", "127.0.0.1",
            "port", Integer.toString(port),
            "security", "none",
            "user", "mailer",
            "password", PASSWORD,
            "from", "city@sender.example",
            "from-name", "Education City",
            "link", "https://school.example/start?a=1&b=2",
            "time-limit", limit.toString()));
  }

  @Override
  public NotificationChannel open() {
    return new MailPlugin((space, recipient) -> find(recipient))
        .channels()
        .get(0)
        .open(settings(server.port(), limit));
  }

  @Override
  public Duration timeLimit() {
    return limit;
  }

  @Override
  public Set<Conduct> conducts() {
    return Set.of(Conduct.values());
  }

  @Override
  public void conduct(Conduct next) {
    contact = new CountDownLatch(1);
    conduct = next;
    try {
      if (next == Conduct.UNREACHABLE) {
        server.vanish();
      } else {
        server.comeBack();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void awaitContact() throws InterruptedException {
    contact.await();
  }

  @Override
  public synchronized List<Arrival> arrived() {
    for (StoredMessage stored : greenMail.getManagers().getImapHostManager().getAllMessages()) {
      if (seen.add(stored.getMimeMessage())) {
        arrived.add(arrival(stored.getMimeMessage()));
      }
    }
    return List.copyOf(arrived);
  }

  private static Arrival arrival(MimeMessage mail) {
    try {
      Map<String, String> headers = new HashMap<>();
      for (Header header : Collections.list(mail.getAllHeaders())) {
        headers.merge(
            header.getName(),
            MimeUtility.unfold(header.getValue()),
            (one, other) -> one + "\n" + other);
      }
      // What the server on the way adds.
      headers.remove("Return-Path");
      headers.remove("Received");
      byte[] body = mail.getRawInputStream().readAllBytes();
      return new Arrival(
          mail.getMessageID(),
          mail.getHeader("To", ","),
          headers,
          mail.getSubject() + "\n" + new String(body, StandardCharsets.ISO_8859_1));
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Optional<String> unknownRecipient() {
    return Optional.of(UNKNOWN);
  }

  @Override
  public Set<String> confidential() {
    return Set.of("@reader.example", PASSWORD);
  }

  @Override
  public void close() throws IOException {
    server.close();
    greenMail.stop();
  }
}
