package org.educationcities.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.educationcities.city.Circle;
import org.educationcities.report.ClearanceState;
import org.educationcities.report.Making;
import org.educationcities.report.MapPlace;
import org.educationcities.report.Measure;
import org.educationcities.report.Points;
import org.educationcities.report.Provenance;
import org.educationcities.report.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"he", "ar"})
  void a_language_has_every_text_with_the_same_gaps(String language) throws IOException {
    Properties english = read("messages.properties");
    Properties other = read("messages_" + language + ".properties");

    assertThat(other.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) ->
            assertThat(gaps(other.getProperty((String) key)))
                .as("%s", key)
                .isEqualTo(gaps((String) text)));
  }

  @Test
  void every_constant_that_is_shown_has_a_name() {
    Texts texts = Texts.in(Locale.ENGLISH);
    for (List<? extends Enum<?>> constants :
        List.of(
            Arrays.asList(Circle.values()),
            Arrays.asList(Making.values()),
            Arrays.asList(Measure.values()),
            Arrays.asList(MapPlace.Kind.values()),
            Arrays.asList(Points.Side.values()),
            Arrays.asList(Provenance.values()),
            Arrays.asList(Subject.values()),
            Arrays.asList(ClearanceState.values()))) {
      for (Enum<?> constant : constants) {
        assertThat(texts.get(constant.getDeclaringClass().getSimpleName() + "." + constant.name()))
            .isNotBlank();
      }
    }
  }

  @Test
  void what_is_put_into_a_text_is_not_read_for_gaps_again() {
    assertThat(Texts.in(Locale.ENGLISH).get("map.title", "{1}")).isEqualTo("Map of {1}");
  }

  @Test
  void an_unknown_key_is_an_error() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Texts.in(Locale.ENGLISH).get("no.such.key"))
        .withMessageContaining("no.such.key");
  }

  private static Set<String> gaps(String text) {
    Set<String> gaps = new TreeSet<>();
    Pattern.compile("\\{\\d}").matcher(text).results().forEach(gap -> gaps.add(gap.group()));
    return gaps;
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(TextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
