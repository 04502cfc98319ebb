package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.DeliveryResult;
import org.educationcities.spi.notification.Message;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a message may be, and how it arrives: NOT-1 to NOT-3. */
abstract class MessageCases extends NotificationBench {
  private static final String FORGED = "x-forged";

  /** Texts that the rules allow and that break what is written without care. */
  private static final Map<String, String> ODD_TEXTS =
      Map.ofEntries(
          Map.entry("an escaped line break", "%0d%0aX-Forged: 1"),
          Map.entry("a line break in words", "\\r\\nX-Forged: 1"),
          Map.entry("an encoded word", "=?utf-8?Q?=0D=0AX-Forged:_1?="),
          Map.entry("a further address", "<one@example.org>, two@example.org; three"),
          Map.entry("markup", "\"'><script>alert(1)</script>&amp;<!--"),
          Map.entry("a placeholder", "${version} {0} {{version}} %s #{version}"),
          Map.entry("a path", "../../../etc/passwd?x=1#y"),
          Map.entry("a lone dot", "."),
          Map.entry("nothing", ""),
          Map.entry("blanks", " ".repeat(80)),
          Map.entry("the longest", "x".repeat(1000)),
          Map.entry("the longest of wide characters", "\ud83c\udf93".repeat(500)),
          Map.entry("right to left", "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627"),
          Map.entry("overridden direction", "\u202egro.elpmaxe@evil\u202c\u2066\u200f"),
          Map.entry("an unpaired high surrogate", "a\ud83cb"),
          Map.entry("an unpaired low surrogate", "\udf93"),
          Map.entry("every plane", everyPlane()),
          Map.entry("what is no character", "\ufeff\ufffe\uffff"),
          Map.entry("many marks", "e" + "\u0301".repeat(200)));

  private static String everyPlane() {
    StringBuilder text = new StringBuilder();
    for (int plane = 0; plane <= 16; plane++) {
      text.appendCodePoint(plane * 0x10000 + 0x1234);
    }
    return text.toString();
  }

  @Test
  void not1_aRepeatCarriesTheSameId() {
    String first = arrival(message("m-1")).id();
    arrival(message("m-2"));
    assertThat(arrival(message("m-1")).id()).isEqualTo(first);
  }

  @Test
  void not1_aRepeatThroughAnotherChannelCarriesTheSameId() {
    String first = arrival(message("m-1")).id();
    assertThat(attempt(another(), message("m-1")).answer()).isEqualTo(ACCEPTED);
    List<Arrival> arrived = far().arrived();
    assertThat(arrived.get(arrived.size() - 1).id()).isEqualTo(first);
  }

  @Test
  void not1_idsThatLookAlikeStayApart() {
    List<String> alike =
        List.of("a", "A", "a-b", "a_b", "a.b", "a/b", "a%2Fb", "a@b", "<a>", "\"a\"", "a+b", "a=b");
    Set<String> ids = new HashSet<>();
    alike.forEach(id -> ids.add(arrival(message(id)).id()));
    assertThat(ids).hasSameSizeAs(alike);
  }

  @Test
  void not1_theSameIdInTwoSpacesIsTwo() {
    Message here = message("m-1");
    Message there =
        new Message(
            here.id(),
            new Space("elsewhere"),
            here.recipient(),
            here.kind(),
            here.locale(),
            here.occurredAt(),
            here.parameters());
    assertThat(arrival(there).id()).isNotEqualTo(arrival(here).id());
  }

  @Test
  void not1_everyCharacterThatAnIdMayHaveIsTaken() {
    StringBuilder all = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      all.append(c);
    }
    Set<String> ids = new HashSet<>();
    for (int from = 0; from < all.length(); from += 47) {
      ids.add(arrival(message(all.substring(from, Math.min(from + 47, all.length())))).id());
    }
    ids.add(arrival(message("~".repeat(64))).id());
    ids.add(arrival(message("~".repeat(63))).id());
    assertThat(ids).hasSize(4);
  }

  @Test
  void not2_nothingOfOneMessageIsInAnother() {
    arrival(message("m-1", Map.of("opportunity", "heron-8125", "only-here", "plover-4410")));
    Arrival second = arrival(message("m-2", Map.of("opportunity", "opp-7")));
    assertThat(second.content() + second.headers()).doesNotContain("heron-8125", "plover-4410");
  }

  @Test
  void not2_nothingAboutTheMachineIsAdded() {
    Arrival arrival = arrival(message("m-1"));
    Stream.of("user.home", "user.dir", "java.class.path")
        .map(System::getProperty)
        .filter(value -> value != null && value.length() > 3)
        .forEach(
            value ->
                assertThat(arrival.content() + arrival.headers().values()).doesNotContain(value));
  }

  @TestFactory
  Stream<DynamicTest> not3_controlCharactersReachNoChannel() {
    return Stream.of(
            "\r",
            "\n",
            "\r\nX-Forged: 1",
            "\0",
            "\t",
            "\u001b",
            "\u007f",
            "\u0085",
            "\u2028",
            "\u2029")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    String.format("U+%04X", (int) text.charAt(0)),
                    () -> {
                      String odd = "a" + text + "b";
                      refused(() -> message(odd));
                      refused(() -> to(odd, message("m-1")));
                      refused(() -> message("m-1", Map.of("name", odd)));
                      refused(() -> message("m-1", Map.of(odd, "value")));
                      refused(() -> ofKind(odd));
                      refused(() -> in(new Locale("en", odd)));
                      refused(() -> in(new Locale("en", "GB", odd)));
                    }));
  }

  @Test
  void not3_oversizeMessagesReachNoChannel() {
    refused(() -> message("x".repeat(65)));
    refused(() -> to("x".repeat(256), message("m-1")));
    refused(() -> message("m-1", Map.of("name", "x".repeat(1001))));
    refused(() -> message("m-1", Map.of("x".repeat(65), "value")));
    refused(() -> ofKind("x".repeat(65)));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
    assertThatIllegalArgumentException()
        .isThrownBy(making)
        .withMessageNotContaining("Forged")
        .withMessageNotContaining("\r");
  }

  private static Message ofKind(String kind) {
    return new Message(
        "m-1", Space.DEFAULT, RECIPIENT, kind, Locale.ENGLISH, Instant.EPOCH, Map.of());
  }

  private static Message in(Locale locale) {
    return new Message(
        "m-1", Space.DEFAULT, RECIPIENT, KIND, locale, Instant.EPOCH, Map.of("version", "1"));
  }

  @TestFactory
  Stream<DynamicTest> not3_oddParametersForgeNothing() {
    return eachOdd(
        (name, text) ->
            message("m-2", Map.of("subject", text, "opportunity", text, "version", text)));
  }

  @TestFactory
  Stream<DynamicTest> not3_oddRecipientsForgeNothing() {
    return eachOdd(
        (name, text) -> {
          String cut = text.substring(0, Math.min(text.length(), 254));
          return to(cut + "r", message("m-2"));
        });
  }

  private Stream<DynamicTest> eachOdd(
      java.util.function.BiFunction<String, String, Message> making) {
    return ODD_TEXTS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            odd ->
                DynamicTest.dynamicTest(
                    odd.getKey(),
                    () -> takenWithoutForging(making.apply(odd.getKey(), odd.getValue()))));
  }

  private void takenWithoutForging(Message odd) throws Exception {
    closeAll();
    Arrival plain = arrival(message("m-1"));
    Arrival arrival = arrival(odd);
    assertThat(far().arrived()).as("arrivals of two messages").hasSizeLessThanOrEqualTo(2);
    assertThat(lowerCase(arrival.headers().keySet()))
        .isEqualTo(lowerCase(plain.headers().keySet()))
        .doesNotContain(FORGED);
    arrival
        .headers()
        .forEach((name, value) -> assertThat(value).as(name).doesNotContain("\r", "\n", "\0"));
  }

  private static Set<String> lowerCase(Set<String> names) {
    Set<String> lower = new TreeSet<>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return lower;
  }

  @TestFactory
  Stream<DynamicTest> not3_oddLocalesAreTaken() {
    return Stream.of(
            "", "und", "x-private", "zz", "iw", "he-Latn", "ar-EG-u-nu-arab", "fa-u-ca-persian")
        .map(Locale::forLanguageTag)
        .flatMap(locale -> Stream.of(locale, new Locale("th", "TH", "TH")))
        .distinct()
        .map(
            locale ->
                DynamicTest.dynamicTest(
                    "'" + locale + "'", () -> assertThat(deliver(in(locale))).isEqualTo(ACCEPTED)));
  }

  @Test
  void not3_theLanguageOfTheMachineChangesNothing() {
    Locale before = Locale.getDefault();
    Arrival plain = arrival(message("m-1"));
    try {
      // Upper case of "i" is not "I" in Turkish; digits are not ASCII in this Arabic.
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Arrival again = arrival(message("m-1"));
        assertThat(again.id()).as(tag).isEqualTo(plain.id());
        assertThat(again.recipient()).as(tag).isEqualTo(plain.recipient());
        assertThat(again.headers().keySet()).as(tag).isEqualTo(plain.headers().keySet());
        assertThat(again.content()).as(tag).isEqualTo(plain.content());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void not3_farawayInstantsAreTaken() {
    for (Instant instant : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH.minusNanos(1))) {
      Message message =
          new Message("m-1", Space.DEFAULT, RECIPIENT, KIND, Locale.ENGLISH, instant, Map.of());
      assertThat(deliver(message)).as("%s", instant).isEqualTo(ACCEPTED);
    }
  }

  @Test
  void not3_theLargestMessageIsTaken() {
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < 32; i++) {
      parameters.put("p" + i, "\u05e9".repeat(1000));
    }
    Message large = to("r".repeat(255), message("x".repeat(64), parameters));
    assertThat(deliver(large)).isEqualTo(ACCEPTED);
  }

  @Test
  void not3_unknownKindsAreTaken() {
    List<DeliveryResult> results = new ArrayList<>();
    for (String kind : List.of("x", "never-heard.of-2", "a.b.c.d-e", "x".repeat(64))) {
      results.add(deliver(ofKind(kind)));
    }
    assertThat(results).containsOnly(ACCEPTED);
  }
}
