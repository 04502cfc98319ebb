package org.educationcities.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

  /** Its first address, its last, and a public neighbour where there is one. */
  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource({
    "any-local, 0.0.0.0, 0.255.255.255, 1.0.0.0",
    "private, 10.0.0.0, 10.255.255.255, 11.0.0.0",
    "private, 172.16.0.0, 172.31.255.255, 172.32.0.0",
    "private, 192.168.0.0, 192.168.255.255, 192.169.0.0",
    "carriers, 100.64.0.0, 100.127.255.255, 100.128.0.0",
    "carriers, 100.64.0.0, 100.127.255.255, 100.63.255.255",
    "loopback, 127.0.0.0, 127.255.255.255, 128.0.0.0",
    "link-local, 169.254.0.0, 169.254.255.255, 169.253.255.255",
    "assignments, 192.0.0.0, 192.0.0.255, 192.0.1.0",
    "documentation, 192.0.2.0, 192.0.2.255, 192.0.3.0",
    "documentation, 198.51.100.0, 198.51.100.255, 198.51.101.0",
    "documentation, 203.0.113.0, 203.0.113.255, 203.0.114.0",
    "6to4 relays, 192.88.99.0, 192.88.99.255, 192.88.100.0",
    "benchmarks, 198.18.0.0, 198.19.255.255, 198.20.0.0",
    "multicast, 224.0.0.0, 239.255.255.255, 223.255.255.255",
    "reserved, 240.0.0.0, 255.255.255.255, 223.255.255.255",
    "any-local, ::, ::, 2000::1",
    "loopback, ::1, ::1, 2000::1",
    "IPv4-compatible, ::8.8.8.8, ::ffff:ffff, 2000::1",
    "discard-only, 100::, 100::ffff:ffff:ffff:ffff, 2000::1",
    "NAT64 of the local network, 64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff, 2000::1",
    "assignments and Teredo, 2001::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:200::",
    "documentation, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db9::",
    "6to4, 2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2003::",
    "documentation, 3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:1000::",
    "not given out, 4000::, fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe::",
    "unique-local, fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2000::1",
    "link-local, fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2000::1",
    "site-local, fec0::, feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2000::1",
    "multicast, ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2000::1"
  })
  void refusesTheWholeBlockAndNothingBesideIt(
      String why, String first, String last, String neighbour) throws UnknownHostException {
    assertThat(AddressRule.isPublic(InetAddress.getByName(first))).as(first).isFalse();
    assertThat(AddressRule.isPublic(InetAddress.getByName(last))).as(last).isFalse();
    assertThat(AddressRule.isPublic(InetAddress.getByName(neighbour))).as(neighbour).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254", // the metadata of most clouds
        "100.100.100.200", // of one more
        "fd00:ec2::254", // and over IPv6
        "::ffff:10.0.0.1", // IPv4-mapped
        "::ffff:127.0.0.1",
        "::127.0.0.1", // IPv4-compatible
        "64:ff9b::10.0.0.1", // NAT64 of a private address
        "64:ff9b::127.0.0.1",
        "64:ff9b::169.254.169.254",
        "2002:a00:1::", // 6to4 of 10.0.0.1
        "2002:7f00:1::" // 6to4 of 127.0.0.1
      })
  void refusesWhatHidesAnInnerAddress(String address) throws UnknownHostException {
    assertThat(AddressRule.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void refusesAMappedAddressAlsoWhereJavaKeepsItAsIPv6() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 10;
    mapped[15] = 1;

    assertThat(AddressRule.isPublic(Inet6Address.getByAddress(null, mapped, 0))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "93.184.216.34",
        "2606:4700:4700::1111",
        "2a00:1450:4001:82b::200e",
        "64:ff9b::8.8.8.8" // NAT64 of a public address: how IPv6-only networks reach IPv4
      })
  void takesPublicAddresses(String address) throws UnknownHostException {
    assertThat(AddressRule.isPublic(InetAddress.getByName(address))).isTrue();
  }

  /** Other spellings of an address come out of the resolver as the address they mean. */
  @ParameterizedTest
  @ValueSource(strings = {"127.1", "2130706433", "10.1"})
  void refusesOddSpellings(String host) throws UnknownHostException {
    assertThat(AddressRule.isPublic(InetAddress.getByName(host))).isFalse();
  }
}
