package org.educationcities.notify.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are public: those that the IANA special-purpose registries of IPv4 (RFC 6890) and
 * IPv6 leave to the global internet. Everything else could lead into the network that this process
 * stands in.
 */
final class AddressRule {

  /** The special blocks of IPv4, each with why. */
  private static final List<Block> REFUSED_V4 =
      blocks(
          "0.0.0.0/8", // this network, any-local (RFC 791)
          "10.0.0.0/8", // private (RFC 1918)
          "100.64.0.0/10", // shared by carriers (RFC 6598)
          "127.0.0.0/8", // loopback (RFC 1122)
          "169.254.0.0/16", // link-local (RFC 3927), clouds' metadata among it
          "172.16.0.0/12", // private (RFC 1918)
          "192.0.0.0/24", // protocol assignments (RFC 6890)
          "192.0.2.0/24", // documentation (RFC 5737)
          "192.88.99.0/24", // 6to4 relays, withdrawn (RFC 7526)
          "192.168.0.0/16", // private (RFC 1918)
          "198.18.0.0/15", // benchmarks (RFC 2544)
          "198.51.100.0/24", // documentation (RFC 5737)
          "203.0.113.0/24", // documentation (RFC 5737)
          "224.0.0.0/4", // multicast (RFC 5771)
          "240.0.0.0/4"); // reserved (RFC 1112), broadcast among it

  /**
   * The only block of IPv6 given out to the public (RFC 4291); outside it stand any-local,
   * loopback, IPv4-mapped and -compatible, discard-only, unique-local, link-local, site-local,
   * multicast.
   */
  private static final Block GLOBAL_V6 = Block.of("2000::/3");

  /** What is special within it. */
  private static final List<Block> REFUSED_V6 =
      blocks(
          "2001::/23", // protocol assignments (RFC 2928), Teredo (RFC 4380) among it
          "2001:db8::/32", // documentation (RFC 3849)
          "2002::/16", // 6to4 (RFC 3056), withdrawn: any IPv4 address can hide in it
          "3fff::/20"); // documentation (RFC 9637)

  /** NAT64's well-known prefix (RFC 6052): the last four bytes are the IPv4 address it leads to. */
  private static final Block NAT64 = Block.of("64:ff9b::/96");

  private AddressRule() {}

  /** Whether an address is one of the public internet. */
  static boolean isPublic(InetAddress address) {
    return isPublic(address.getAddress());
  }

  private static boolean isPublic(byte[] bytes) {
    if (bytes.length == 4) {
      return REFUSED_V4.stream().noneMatch(block -> block.holds(bytes));
    }
    if (NAT64.holds(bytes)) {
      return isPublic(Arrays.copyOfRange(bytes, 12, 16));
    }
    return GLOBAL_V6.holds(bytes) && REFUSED_V6.stream().noneMatch(block -> block.holds(bytes));
  }

  private static List<Block> blocks(String... texts) {
    return Stream.of(texts).map(Block::of).toList();
  }

  /** The addresses that share their first bits with this one. */
  private static final class Block {
    private final byte[] start;
    private final int bits;

    private Block(byte[] start, int bits) {
      this.start = start;
      this.bits = bits;
    }

    static Block of(String text) {
      int slash = text.indexOf('/');
      try {
        // An address in digits is never looked up.
        byte[] start = InetAddress.getByName(text.substring(0, slash)).getAddress();
        return new Block(start, Integer.parseInt(text.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalStateException("Not a block of addresses: " + text + ".", e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int i = 0; i < bits; i += 8) {
        int mask = bits - i >= 8 ? 0xff : 0xff << (8 - (bits - i)) & 0xff;
        if ((address[i / 8] & mask) != (start[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
