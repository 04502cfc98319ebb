package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.DeliveryResult.Accepted;
import org.educationcities.spi.notification.DeliveryResult.Refused;
import org.educationcities.spi.notification.DeliveryResult.RetryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and addresses: with a resolver that says what it is told, and recorded connections. */
class DestinationTest extends WithReceiver {
  private final List<SocketAddress> connected = new ArrayList<>();

  /** Records where it was to connect; connects nowhere. */
  private final class RecordingSocket extends Socket {
    RecordingSocket() {
      super(Proxy.NO_PROXY);
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
      connected.add(address);
      throw new java.net.ConnectException();
    }
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return addresses;
  }

  private DeliveryResult deliver(String url, Destination.Resolver resolver) throws Exception {
    return deliver(url, resolver, false);
  }

  private DeliveryResult deliver(String url, Destination.Resolver resolver, boolean loopback)
      throws Exception {
    WebhookEndpoint endpoint = WebhookEndpoint.of(URI.create(url), List.of(SECRET));
    WebhookChannel.Builder builder =
        WebhookChannel.builder((space, recipient) -> java.util.Optional.of(endpoint))
            .resolver(resolver)
            .sockets(RecordingSocket::new);
    try (WebhookChannel channel = (loopback ? builder.allowLoopback() : builder).build()) {
      return channel.deliver(message("m-1"));
    }
  }

  @Test
  void connectsToTheAddressesThatWereChecked() throws Exception {
    DeliveryResult result =
        deliver("https://receiver.example/", host -> addresses("93.184.216.34", "2606:4700::1"));

    assertThat(result).isEqualTo(new RetryLater("connection-failed", null));
    assertThat(connected)
        .containsExactly(
            new InetSocketAddress("93.184.216.34", 443),
            new InetSocketAddress("2606:4700::1", 443));
  }

  /** DNS rebinding: public when checked, loopback a moment later. */
  @Test
  void asksForTheNameOnceSoThatALaterAnswerChangesNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();

    deliver(
        "https://rebinding.example:8443/",
        host -> asked.incrementAndGet() == 1 ? addresses("93.184.216.34") : addresses("127.0.0.1"));

    assertThat(asked).hasValue(1);
    assertThat(connected).containsExactly(new InetSocketAddress("93.184.216.34", 8443));
  }

  @Test
  void checksAgainOnEveryAttempt() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Destination.Resolver rebinding =
        host -> asked.incrementAndGet() == 1 ? addresses("93.184.216.34") : addresses("10.0.0.1");

    assertThat(deliver("https://rebinding.example/", rebinding)).isInstanceOf(RetryLater.class);
    assertThat(deliver("https://rebinding.example/", rebinding))
        .isEqualTo(new Refused("address-not-public"));
    assertThat(connected).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "192.0.2.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "64:ff9b::10.0.0.1",
        "2002:a00:1::",
        "2001:db8::1"
      })
  void connectsNowhereWhereOneAddressIsNotPublic(String address) throws Exception {
    assertThat(deliver("https://x.example/", host -> addresses(address)))
        .isEqualTo(new Refused("address-not-public"));
    assertThat(deliver("https://x.example/", host -> addresses("93.184.216.34", address)))
        .isEqualTo(new Refused("address-not-public"));
    assertThat(connected).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.0.0.1:9200/"
      })
  void refusesAddressesInTheUrlItself(String url) throws Exception {
    assertThat(deliver(url, InetAddress::getAllByName))
        .isEqualTo(new Refused("address-not-public"));
    assertThat(connected).isEmpty();
  }

  @Test
  void refusesLocalhostUnlessTheHostAllowsIt() throws Exception {
    assertThat(deliver("https://localhost/", InetAddress::getAllByName))
        .isEqualTo(new Refused("address-not-public"));
    assertThat(deliver("https://localhost/", InetAddress::getAllByName, true))
        .isEqualTo(new RetryLater("connection-failed", null));
  }

  @Test
  void allowsLoopbackAndNothingElseForTests() throws Exception {
    assertThat(deliver("https://x.example/", host -> addresses("127.0.0.1", "10.0.0.1"), true))
        .isEqualTo(new Refused("address-not-public"));
    assertThat(deliver("https://x.example/", host -> addresses("0.0.0.0"), true))
        .isEqualTo(new Refused("address-not-public"));
    assertThat(connected).isEmpty();
  }

  @Test
  void speaksUnencryptedToLoopbackAlone() throws Exception {
    assertThat(deliver("http://x.example/", host -> addresses("93.184.216.34")))
        .isEqualTo(new Refused("url-not-https"));
    assertThat(deliver("http://x.example/", host -> addresses("93.184.216.34"), true))
        .isEqualTo(new Refused("url-not-https"));
    assertThat(deliver("http://x.example/", host -> addresses("127.0.0.1", "8.8.8.8"), true))
        .isEqualTo(new Refused("url-not-https"));
    assertThat(connected).isEmpty();
  }

  @Test
  void triesAgainWhereTheNameIsUnknownNow() throws Exception {
    assertThat(
            deliver(
                "https://x.example/",
                host -> {
                  throw new UnknownHostException(host);
                }))
        .isEqualTo(new RetryLater("host-unknown", null));
    assertThat(deliver("https://x.example/", host -> addresses()))
        .isEqualTo(new RetryLater("host-unknown", null));
  }

  @Test
  void takesTheNextAddressWhereOneDoesNotAnswer() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    try (WebhookChannel channel =
        to(endpoint())
            .resolver(host -> addresses("127.0.0.1", "127.0.0.1"))
            .sockets(
                () ->
                    opened.incrementAndGet() == 1 ? new RecordingSocket() : Exchange.DIRECT.open())
            .build()) {
      assertThat(channel.deliver(message("m-1"))).isEqualTo(new Accepted());
    }

    assertThat(connected).hasSize(1);
    assertThat(received).hasSize(1);
  }
}
