package org.educationcities.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Function;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.notification.NotificationChannel;

/** Posts a line about each message to a real server, which may be busy or gone. */
final class PostingChannel implements NotificationChannel {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final Function<Message, String> line;

  PostingChannel(URI server, Function<Message, String> line) {
    this.server = server;
    this.line = line;
  }

  @Override
  public DeliveryResult deliver(Message message) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server)
            .timeout(Duration.ofSeconds(5))
            .POST(HttpRequest.BodyPublishers.ofString(line.apply(message)))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 204
          ? new DeliveryResult.Accepted()
          : new DeliveryResult.RetryLater("busy", null);
    } catch (IOException e) {
      return new DeliveryResult.RetryLater("unreachable", null);
    }
  }

  @Override
  public void close() {}
}
