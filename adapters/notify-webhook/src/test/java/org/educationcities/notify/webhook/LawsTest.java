package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.Message;

/** Laws that hold for every value. */
class LawsTest {
  private static final long LATEST = 999_999_999_999L;

  private static WebhookSecret secret(byte[] key) {
    return WebhookSecret.parse("whsec_" + Base64.getEncoder().encodeToString(key));
  }

  private static String signature(WebhookSecret secret, String id, long time, byte[] body) {
    return "v1,"
        + Base64.getEncoder().encodeToString(secret.sign(id, Instant.ofEpochSecond(time), body));
  }

  private static WebhookVerifier verifier(WebhookSecret secret, long time) {
    return WebhookVerifier.of(
        List.of(secret), Clock.fixed(Instant.ofEpochSecond(time), ZoneOffset.UTC));
  }

  @Property(tries = 300)
  void whatIsSignedIsBelieved(
      @ForAll @Size(min = 24, max = 64) byte[] key,
      @ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1, max = 80) String id,
      @ForAll @LongRange(min = 0, max = LATEST) long time,
      @ForAll byte[] body)
      throws WebhookRejectedException {
    WebhookSecret secret = secret(key);

    assertThat(
            verifier(secret, time)
                .verify(id, Long.toString(time), signature(secret, id, time, body), body))
        .isEqualTo(new VerifiedWebhook(id, Instant.ofEpochSecond(time)));
  }

  @Property(tries = 300)
  void oneChangedBitIsNotBelieved(
      @ForAll @Size(min = 24, max = 64) byte[] key,
      @ForAll @Size(min = 1, max = 100) byte[] body,
      @ForAll @IntRange(max = 799) int bit) {
    Assume.that(bit < body.length * 8);
    WebhookSecret secret = secret(key);
    String signature = signature(secret, "m-1", 1_000, body);
    byte[] changed = body.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);

    assertThatExceptionOfType(WebhookRejectedException.class)
        .isThrownBy(() -> verifier(secret, 1_000).verify("m-1", "1000", signature, changed));
  }

  @Property(tries = 300)
  void whateverComesEndsAsDeclared(
      @ForAll String id, @ForAll String timestamp, @ForAll String signatures) {
    assertThatExceptionOfType(WebhookRejectedException.class)
        .isThrownBy(
            () ->
                verifier(secret(new byte[24]), 1_000)
                    .verify(id, timestamp, signatures, new byte[0]));
  }

  /**
   * What the JDK itself calls local in any way is never public; it knows fewer kinds than we do.
   */
  @Property(tries = 2000)
  void whatTheJdkCallsLocalIsNotPublic(
      @ForAll @Size(4) byte[] bytes, @ForAll @IntRange(max = 9) int start)
      throws UnknownHostException {
    byte[] first = {10, 127, (byte) 169, (byte) 172, (byte) 192, (byte) 224, 0, (byte) 239, 100, 8};
    bytes[0] = first[start];
    InetAddress address = InetAddress.getByAddress(bytes);

    if (isLocal(address)) {
      assertThat(AddressRule.isPublic(address)).as(address.toString()).isFalse();
    }
  }

  @Property(tries = 2000)
  void whatTheJdkCallsLocalIsNotPublicInIPv6Either(
      @ForAll @Size(16) byte[] bytes, @ForAll @IntRange(max = 4) int start)
      throws UnknownHostException {
    int[] first = {0x0000, 0xfe80, 0xfec0, 0xff02, 0xfd00};
    bytes[0] = (byte) (first[start] >> 8);
    bytes[1] = (byte) first[start];
    InetAddress address = Inet6Address.getByAddress(null, bytes, -1);

    if (isLocal(address)) {
      assertThat(AddressRule.isPublic(address)).as(address.toString()).isFalse();
    }
  }

  /** NAT64 leads to the IPv4 address in its last four bytes: as public as that is. */
  @Property(tries = 1000)
  void nat64IsAsPublicAsWhatItLeadsTo(@ForAll @Size(4) byte[] inner) throws UnknownHostException {
    byte[] outer = new byte[16];
    outer[1] = 0x64;
    outer[2] = (byte) 0xff;
    outer[3] = (byte) 0x9b;
    System.arraycopy(inner, 0, outer, 12, 4);

    assertThat(AddressRule.isPublic(InetAddress.getByAddress(outer)))
        .isEqualTo(AddressRule.isPublic(InetAddress.getByAddress(inner)));
  }

  private static boolean isLocal(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  @Property(tries = 500)
  void everyTextOfAMessageComesBackFromItsEnvelope(@ForAll @StringLength(max = 200) String text)
      throws IOException {
    Assume.that(
        text.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029));
    Message message =
        new Message(
            "m-1",
            Space.DEFAULT,
            "r",
            "placement.proposed",
            Locale.ROOT,
            Instant.EPOCH,
            Map.of("value", text));

    assertThat(
            new ObjectMapper()
                .readTree(Envelope.of(message, false))
                .at("/data/parameters/value")
                .textValue())
        .isEqualTo(text);
  }
}
