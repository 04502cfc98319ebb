package org.educationcities.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.educationcities.notify.webhook.AnswerBytes;

/** What a receiver of webhooks answers. It is understood, or counts as no answer. */
final class WebhookAnswer implements Target {

  @Override
  public void read(byte[] input) {
    AnswerBytes.read(input);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"),
        bytes("HTTP/1.1 302 Found\r\nLocation: http://localhost/\r\n\r\n"),
        bytes("HTTP/1.1 429 Too Many\r\nRetry-After: 120\r\n\r\n"),
        bytes("HTTP/1.0 503 \r\nretry-after: Sun, 06 Nov 2027 08:49:37 GMT\r\n\r\n"),
        bytes("HTTP/1.1 503 x\r\nRetry-After: Sunday, 06-Nov-94 08:49:37 GMT\r\n x\r\n\r\n"),
        bytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
