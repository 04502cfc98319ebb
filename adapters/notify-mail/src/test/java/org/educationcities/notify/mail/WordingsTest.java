package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of the host's own. */
class WordingsTest {
  private static final String SPANISH =
      """
      direction=ltr
      greeting=Hola:
      subject=Noticias de su ciudad educadora
      text=Hay noticias para usted.
      more=Entre en el sistema de su escuela.
      more.link=Entrar
      footer=Mensaje autom\u00e1tico.
      waitlist.offered.text=Qued\u00f3 libre una plaza <b>de la lista</b>.
      """;

  @TempDir private Path folder;
  private final List<String> problems = new ArrayList<>();

  private Letters letters() {
    return new Letters(Wordings.with(folder, problems), "", null);
  }

  private void file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  @Test
  void anotherLanguageIsWrittenInItsOwnWordsAlone() throws IOException {
    file("letters_es.properties", SPANISH);
    Letters letters = letters();

    assertThat(problems).isEmpty();
    Letter known = letters.of("waitlist.offered", new Locale("es", "MX"));
    assertThat(known.language()).isEqualTo("es");
    assertThat(known.text()).contains("Qued\u00f3 libre una plaza <b>de la lista</b>.");
    assertThat(known.html()).contains("&lt;b&gt;de la lista&lt;/b&gt;").doesNotContain("<b>");
    Letter other = letters.of("collaboration.proposed", new Locale("es"));
    assertThat(other.subject()).isEqualTo("Noticias de su ciudad educadora");
    assertThat(other.text()).contains("Hay noticias para usted.");
    assertThat(letters.of("x", new Locale("fr")).language()).isEqualTo("en");
  }

  @Test
  void aLanguageThatIsThereKeepsWhatIsNotChanged() throws IOException {
    file("letters_iw.properties", "greeting=\u05d4\u05d9\u05d9");
    Letter letter = letters().of("waitlist.offered", new Locale("he"));

    assertThat(problems).isEmpty();
    assertThat(letter.language()).isEqualTo("he");
    assertThat(letter.text()).startsWith("\u05d4\u05d9\u05d9\n\n\u05d4\u05ea\u05e4\u05e0\u05d4");
  }

  @Test
  void allThatIsWrongIsTold() throws IOException {
    file("letters_es.properties", "direction=up\nsubject=" + "x".repeat(101) + "\nsubjekt=x");
    file("letters_en.properties", "greeting=\nfooter=a\\nb");
    Files.write(folder.resolve("letters_fr.properties"), new byte[] {'a', '=', (byte) 0xe9});
    file("letters_de.properties", "greeting=\\uZZZZ");
    letters();

    assertThat(problems)
        .anyMatch(p -> p.contains("letters_es") && p.contains("[footer, greeting, more, more.link"))
        .anyMatch(p -> p.contains("letters_es") && p.contains("'up'"))
        .anyMatch(p -> p.contains("letters_es") && p.contains("more than 100"))
        .anyMatch(p -> p.contains("letters_es") && p.contains("unknown 'subjekt'"))
        .anyMatch(p -> p.contains("letters_en") && p.contains("'greeting'"))
        .anyMatch(p -> p.contains("letters_en") && p.contains("'footer'"))
        .anyMatch(p -> p.contains("letters_fr") && p.contains("UTF-8"))
        .anyMatch(p -> p.contains("letters_de") && p.contains("as properties"));
  }

  @Test
  void aFolderWithoutLettersIsTold() throws IOException {
    file("letters.txt", SPANISH);
    letters();
    assertThat(problems).singleElement().asString().contains("letters_LANGUAGE.properties");
  }
}
