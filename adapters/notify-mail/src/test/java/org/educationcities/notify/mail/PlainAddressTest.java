package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kim@example.org",
        "k@localhost",
        "kim.o'neil+school@a-b.example.org",
        "!#$%&'*+/=?^_`{|}~-@example.org"
      })
  void takesWhatIsPlain(String text) {
    assertThat(PlainAddress.of(text)).map(PlainAddress::value).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kim",
        "@example.org",
        "kim@",
        "kim@example.org, eve@example.org",
        "kim@example.org,eve@example.org",
        "kim@example.org\r\nBcc: eve@example.org",
        "kim\r\nBcc: eve@example.org",
        "kim@example.org\n",
        "kim@example.org ",
        " kim@example.org",
        "<kim@example.org>",
        "Kim <kim@example.org>",
        "\"kim\"@example.org",
        "kim@[127.0.0.1]",
        "kim(comment)@example.org",
        "kim@example.org(comment)",
        "kim.@example.org",
        ".kim@example.org",
        "kim..o@example.org",
        "kim@example..org",
        "kim@-example.org",
        "kim@exam_ple.org",
        "kim@example.org>",
        "kim@eve@example.org",
        "kim\0@example.org",
        "k\u05d9m@example.org",
        "kim\u2028@example.org",
        "\ud83c@example.org",
        "kim@\ud83c.org"
      })
  void refusesEverythingElse(String text) {
    assertThat(PlainAddress.of(text)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(PlainAddress.of("k".repeat(64) + "@example.org")).isPresent();
    assertThat(PlainAddress.of("k".repeat(65) + "@example.org")).isEmpty();
    assertThat(PlainAddress.of("k@" + "a.".repeat(124) + "org")).isPresent();
    assertThat(PlainAddress.of("k@" + "a.".repeat(125) + "org")).isEmpty();
    assertThat(PlainAddress.of("k@" + "a".repeat(64) + ".org")).isEmpty();
  }

  @Test
  void writesForeignDomainsInAscii() {
    assertThat(PlainAddress.of("kim@b\u00fccher.example"))
        .map(PlainAddress::value)
        .hasValue("kim@xn--bcher-kva.example");
  }

  @Test
  void printsNothing() {
    assertThat(PlainAddress.of("kim@example.org").orElseThrow().toString()).doesNotContain("kim");
    assertThat(Mailbox.of("kim@example.org").toString()).doesNotContain("kim");
  }
}
