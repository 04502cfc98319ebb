package org.educationcities.notify.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of an endpoint's host, asked for once and checked. Only these are connected to: a
 * name server that answers differently a moment later (DNS rebinding) is not asked again.
 */
final class Destination {

  /** Asks for the addresses of a name. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private Destination() {}

  /**
   * The addresses that may be connected to, in the resolver's order.
   *
   * @throws UnknownHostException if the host has none now
   * @throws ForbiddenDestinationException if one of them is not public; not even the others are
   *     then used
   */
  static List<InetAddress> of(WebhookEndpoint endpoint, Resolver resolver, boolean loopbackAllowed)
      throws UnknownHostException, ForbiddenDestinationException {
    if (!endpoint.isEncrypted() && !loopbackAllowed) {
      throw new ForbiddenDestinationException("url-not-https");
    }
    List<InetAddress> addresses = Stream.of(resolver.resolve(endpoint.host())).toList();
    if (addresses.isEmpty()) {
      throw new UnknownHostException();
    }
    for (InetAddress address : addresses) {
      boolean isLoopback = loopbackAllowed && address.isLoopbackAddress();
      if (!isLoopback && !AddressRule.isPublic(address)) {
        throw new ForbiddenDestinationException("address-not-public");
      }
      if (!isLoopback && !endpoint.isEncrypted()) {
        throw new ForbiddenDestinationException("url-not-https");
      }
    }
    return addresses;
  }
}
