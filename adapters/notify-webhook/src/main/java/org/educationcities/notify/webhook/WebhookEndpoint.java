package org.educationcities.notify.webhook;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Where to post, and with which secrets to sign. Immutable; prints neither.
 *
 * <p>The secret belongs to this endpoint alone: two receivers with one secret could write in each
 * other's name.
 */
public final class WebhookEndpoint {
  private static final int MAX_URL_LENGTH = 2000;
  private static final int MAX_SECRETS = 8;

  private final URI url;
  private final List<WebhookSecret> secrets;
  private final boolean recipientNamed;

  private WebhookEndpoint(URI url, List<WebhookSecret> secrets, boolean recipientNamed) {
    this.url = url;
    this.secrets = List.copyOf(secrets);
    this.recipientNamed = recipientNamed;
    if (this.secrets.isEmpty() || this.secrets.size() > MAX_SECRETS) {
      throw new IllegalArgumentException(
          "An endpoint has 1 to " + MAX_SECRETS + " secrets, not " + this.secrets.size() + ".");
    }
  }

  /**
   * An endpoint.
   *
   * @param url absolute, {@code https} (or {@code http} to a loopback address, which only a channel
   *     that allows loopback takes), with a host, without user-info and fragment, at most 2,000
   *     characters
   * @param secrets 1 to 8; each request is signed with all of them, so that a receiver can change
   *     from one to the next at leisure
   * @throws IllegalArgumentException if it is not so; neither the URL nor a secret is repeated
   */
  public static WebhookEndpoint of(URI url, List<WebhookSecret> secrets) {
    URI ascii = URI.create(Objects.requireNonNull(url, "url").toASCIIString());
    check(ascii);
    return new WebhookEndpoint(ascii, secrets, false);
  }

  /**
   * The same endpoint, its payloads naming the opaque recipient: for an endpoint that many
   * recipients share, such as the host's own.
   */
  public WebhookEndpoint namingRecipient() {
    return new WebhookEndpoint(url, secrets, true);
  }

  static void check(URI url) {
    String scheme = url.getScheme();
    if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
      throw bad("is not https", "give it in full, starting with https://");
    }
    if (url.getRawUserInfo() != null) {
      throw bad("holds user-info", "leave out what stands before the @");
    }
    if (url.getHost() == null) {
      throw bad("has no host of the usual form", "write an international name in its xn-- form");
    }
    if (url.getPort() == 0 || url.getPort() > 65535) {
      throw bad("has a port beyond 1 to 65535", "leave it out for the usual one");
    }
    if (url.getRawFragment() != null) {
      throw bad("has a fragment", "leave out the # and what follows");
    }
    if (url.toString().length() > MAX_URL_LENGTH) {
      throw bad("has more than " + MAX_URL_LENGTH + " characters", "use a shorter one");
    }
  }

  private static IllegalArgumentException bad(String how, String instead) {
    return new IllegalArgumentException("A webhook's URL " + how + ".\nMaybe " + instead + ".");
  }

  URI url() {
    return url;
  }

  List<WebhookSecret> secrets() {
    return secrets;
  }

  boolean isRecipientNamed() {
    return recipientNamed;
  }

  boolean isEncrypted() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  int port() {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return isEncrypted() ? 443 : 80;
  }

  /** The host, an IPv6 address without its brackets. */
  String host() {
    String host = url.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Path and query, as a request line names them. */
  String target() {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** Nothing: a URL may hold a secret too. */
  @Override
  public String toString() {
    return "WebhookEndpoint[…]";
  }
}
