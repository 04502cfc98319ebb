package org.educationcities.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of SMTP in a few lines: answers each command by its first word as it is told,
 * and notes what it heard. An empty answer closes the connection.
 */
final class Conversation {
  private static final Map<String, String> USUAL =
      Map.of(
          "CONNECT", "220 ready",
          "EHLO", "250-here\r\n250 AUTH PLAIN LOGIN",
          "AUTH", "235 welcome",
          "MAIL", "250 yes",
          "RCPT", "250 yes",
          "DATA", "354 go on",
          ".", "250 taken",
          "RSET", "250 yes",
          "QUIT", "221 bye");

  private final Map<String, String> answers;
  private final List<String> heard;
  private final @Nullable SSLContext tls;

  Conversation(Map<String, String> answers, List<String> heard, @Nullable SSLContext tls) {
    this.answers = answers;
    this.heard = heard;
    this.tls = tls;
  }

  void with(Socket socket) throws IOException {
    Socket now = socket;
    BufferedReader in = reader(now);
    if (!answer(now, "CONNECT")) {
      return;
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      if (!answer(now, verb)) {
        return;
      }
      if (verb.equals("STARTTLS") && tls != null) {
        now = secured(tls, now);
        in = reader(now);
      }
      if (verb.equals("DATA") && said("DATA").startsWith("354")) {
        skipText(in);
        if (!answer(now, ".")) {
          return;
        }
      }
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  private void skipText(BufferedReader in) throws IOException {
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      heard.add(line);
    }
  }

  private static Socket secured(SSLContext tls, Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            tls.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private String said(String verb) {
    return answers.getOrDefault(verb, USUAL.getOrDefault(verb, "500 what"));
  }

  private boolean answer(Socket socket, String verb) throws IOException {
    String answer = said(verb);
    if (answer.isEmpty()) {
      socket.close();
      return false;
    }
    OutputStream out = socket.getOutputStream();
    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return true;
  }
}
