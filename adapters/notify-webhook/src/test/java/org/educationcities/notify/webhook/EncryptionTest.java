package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real TLS server with a self-made certificate, good and bad. */
class EncryptionTest extends WithReceiver {
  private static final RetryLater FAILED = new RetryLater("encryption-failed", null);
  private static KeyStore good;
  private static KeyStore ofAnother;

  private @Nullable KeyStore shown;
  private String[] protocols = {"TLSv1.3", "TLSv1.2"};

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    good = Certificates.selfMade(folder, "dns:receiver.example,ip:127.0.0.1");
    ofAnother = Certificates.selfMade(folder, "dns:another.example");
  }

  @Override
  HttpServer newServer() throws IOException {
    HttpsServer https = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    https.setHttpsConfigurator(configurator(shown == null ? good : shown));
    return https;
  }

  private void restartShowing(KeyStore store) throws IOException {
    stopReceiver();
    shown = store;
    startReceiver();
  }

  private HttpsConfigurator configurator(KeyStore store) {
    return new HttpsConfigurator(showing(store)) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters chosen = getSSLContext().getDefaultSSLParameters();
        chosen.setProtocols(protocols);
        parameters.setSSLParameters(chosen);
      }
    };
  }

  private static SSLContext showing(KeyStore store) {
    try {
      return Certificates.showing(store);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  URI url(String target) {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + target);
  }

  private DeliveryResult deliver(KeyStore trusted) throws Exception {
    try (WebhookChannel channel = to(endpoint()).trust(Certificates.trusting(trusted)).build()) {
      return channel.deliver(message("m-1"));
    }
  }

  @Test
  void deliversEncrypted() throws Exception {
    assertThat(deliver(good)).isEqualTo(new Accepted());

    Received got = received.get(0);
    assertThat(verifier(SECRET).verify(got.headers(), got.body()).id()).isEqualTo("m-1");
  }

  @Test
  void deliversByTheOlderOfTheTwoProtocols() throws Exception {
    protocols = new String[] {"TLSv1.2"};

    assertThat(deliver(good)).isEqualTo(new Accepted());
  }

  @Test
  void trustsNoStranger() throws Exception {
    try (WebhookChannel channel = channel()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(FAILED);
    }
    assertThat(received).isEmpty();
  }

  @Test
  void trustsNoCertificateOfAnotherHost() throws Exception {
    restartShowing(ofAnother);

    assertThat(deliver(ofAnother)).isEqualTo(FAILED);
    assertThat(received).isEmpty();

    // Under its own name it is trusted: only the name was wrong.
    URI itsOwn = URI.create("https://another.example:" + server.getAddress().getPort() + "/");
    try (WebhookChannel channel =
        to(WebhookEndpoint.of(itsOwn, List.of(SECRET)))
            .resolver(host -> new InetAddress[] {LOOPBACK})
            .trust(Certificates.trusting(ofAnother))
            .build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
    }
  }

  @Test
  void sendsNothingToAServerThatDoesNotEncrypt() throws Exception {
    HttpServer plain = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
    plain.start();
    URI url = URI.create("https://127.0.0.1:" + plain.getAddress().getPort() + "/");
    try (WebhookChannel channel =
        to(WebhookEndpoint.of(url, List.of(SECRET))).readLimit(Duration.ofMillis(500)).build()) {
      assertThat(channel.deliver(message("m-1"))).isInstanceOf(RetryLater.class);
    } finally {
      plain.stop(0);
    }
  }

  /**
   * DNS rebinding, end to end and encrypted: the name is public when it is checked and loopback a
   * moment later. The socket leads the checked address to a server of the test's, which must be
   * asked for by the checked address and the name.
   */
  @Test
  void connectsToTheCheckedAddressUnderTheNameItWasCheckedFor() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    List<SocketAddress> connected = new ArrayList<>();
    WebhookEndpoint endpoint =
        WebhookEndpoint.of(URI.create("https://receiver.example/hook"), List.of(SECRET));
    try (WebhookChannel channel =
        WebhookChannel.builder((space, recipient) -> Optional.of(endpoint))
            .clock(clock)
            .trust(Certificates.trusting(good))
            .resolver(
                host -> {
                  assertThat(host).isEqualTo("receiver.example");
                  return InetAddress.getAllByName(
                      asked.incrementAndGet() == 1 ? "93.184.216.34" : "127.0.0.1");
                })
            .sockets(
                () ->
                    new Socket(Proxy.NO_PROXY) {
                      @Override
                      public void connect(SocketAddress address, int timeout) throws IOException {
                        connected.add(address);
                        super.connect(server.getAddress(), timeout);
                      }
                    })
            .build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
    }

    assertThat(asked).hasValue(1);
    assertThat(connected).containsExactly(new InetSocketAddress("93.184.216.34", 443));
    assertThat(received.get(0).header("Host")).isEqualTo("receiver.example");
  }
}
