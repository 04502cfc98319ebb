package org.educationcities.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class LettersTest {
  private static final URI LINK = URI.create("https://school.example/start?a=1&b=2");
  private static final Set<String> RIGHT_TO_LEFT = Set.of("he", "ar");

  private final Letters letters = new Letters(Wordings.standard(), "Town & <Gown>", LINK);

  record Case(String kind, String language) {}

  /** The kinds of every event that there is, as its table says. */
  private static List<String> kinds() throws IOException {
    Path table = Path.of(System.getProperty("project.root"), "core", "EVENTS.md");
    Pattern row = Pattern.compile("^\\| `([a-z.-]+)` \\|", Pattern.MULTILINE);
    List<String> kinds = new ArrayList<>();
    Matcher matcher = row.matcher(Files.readString(table));
    while (matcher.find()) {
      kinds.add(matcher.group(1));
    }
    assertThat(kinds).hasSizeGreaterThan(10);
    return kinds;
  }

  static Stream<Case> everyLetter() throws IOException {
    List<String> kinds = new ArrayList<>(kinds());
    kinds.add("of-a-host.own");
    return kinds.stream()
        .flatMap(kind -> Wordings.LANGUAGES.stream().map(language -> new Case(kind, language)));
  }

  private Letter letter(Case of) {
    return letters.of(of.kind(), Locale.forLanguageTag(of.language()));
  }

  @Test
  void everyKindOfEventHasATextInEachLanguage() throws IOException {
    for (String language : Wordings.LANGUAGES) {
      Map<String, String> texts = Wordings.own(language);
      Set<String> own = new HashSet<>();
      for (String kind : kinds()) {
        assertThat(texts.get(kind + ".text")).as("%s in %s", kind, language).isNotBlank();
        own.add(letter(new Case(kind, language)).text());
      }
      own.add(letter(new Case("unknown", language)).text());
      assertThat(own).as("letters in %s", language).hasSize(kinds().size() + 1);
    }
  }

  @Test
  void theLanguagesHaveTheSameTextsAndNoneTooMany() throws IOException {
    Set<String> english = new TreeSet<>(Wordings.own("en").keySet());
    for (String language : Wordings.LANGUAGES) {
      assertThat(new TreeSet<>(Wordings.own(language).keySet())).isEqualTo(english);
    }
    Set<String> kinds = new HashSet<>(kinds());
    assertThat(english)
        .filteredOn(key -> key.matches(".+\\..+\\.(text|subject)"))
        .allMatch(key -> kinds.contains(key.substring(0, key.lastIndexOf('.'))));
  }

  @ParameterizedTest
  @MethodSource("everyLetter")
  void eachIsAPageInItsLanguageAndDirection(Case of) throws Exception {
    Letter letter = letter(of);
    Element root = page(letter).getDocumentElement();

    assertThat(letter.language()).isEqualTo(of.language());
    assertThat(root.getAttribute("lang")).isEqualTo(of.language());
    assertThat(root.getAttribute("dir"))
        .isEqualTo(RIGHT_TO_LEFT.contains(of.language()) ? "rtl" : "ltr");
    String script = of.language().equals("he") ? "\\p{IsHebrew}" : "\\p{IsArabic}";
    if (RIGHT_TO_LEFT.contains(of.language())) {
      assertThat(letter.text()).containsPattern(script).doesNotContainPattern("[a-z] [a-z]");
      assertThat(letter.subject()).containsPattern(script).doesNotContainPattern("[a-z]");
    }
  }

  @ParameterizedTest
  @MethodSource("everyLetter")
  void noneTracksOrLoadsAnything(Case of) throws Exception {
    Document page = page(letter(of));
    Set<String> elements = new TreeSet<>();
    List<String> links = new ArrayList<>();
    collect(page.getDocumentElement(), elements, links);

    assertThat(elements)
        .isSubsetOf("html", "head", "meta", "title", "body", "p", "a", "small", "br");
    assertThat(links).containsExactly(LINK.toString());
  }

  @ParameterizedTest
  @MethodSource("everyLetter")
  void theSubjectIsGenericAndTheTwoFormsSayTheSame(Case of) throws Exception {
    Letter letter = letter(of);
    String shown = page(letter).getElementsByTagName("body").item(0).getTextContent();

    assertThat(letter.subject()).hasSizeLessThan(60).doesNotContainPattern("[0-9{}$%\\r\\n]");
    String body = letter.text().split("\n\n", 4)[1];
    assertThat(body).doesNotContainPattern("[0-9{}$%]");
    assertThat(shown).contains(body);
    assertThat(shown).contains("Town & <Gown>");
    assertThat(letter.text()).contains("Town & <Gown>", LINK.toString());
  }

  @Test
  void subjectsAreOfThreeKindsAlone() throws IOException {
    Set<String> subjects = new HashSet<>();
    for (String kind : kinds()) {
      subjects.add(letter(new Case(kind, "en")).subject());
    }
    // There is news, an answer is awaited, or somebody must look at once.
    assertThat(subjects).hasSize(3);
  }

  @Test
  void withoutALinkNoneIsMade() {
    Letter letter =
        new Letters(Wordings.standard(), "", null).of("waitlist.offered", Locale.ENGLISH);
    assertThat(letter.html()).doesNotContain("href", "http");
    assertThat(letter.text()).doesNotContain("http").contains("Sign in to your school's system");
  }

  @Test
  void otherLanguagesAreReadInEnglishAndOldCodesOfHebrewInHebrew() {
    assertThat(letters.of("x", Locale.ROOT).language()).isEqualTo("en");
    assertThat(letters.of("x", Locale.forLanguageTag("zz")).language()).isEqualTo("en");
    assertThat(letters.of("x", Locale.forLanguageTag("ar-IL-u-nu-arab")).language())
        .isEqualTo("ar");
    assertThat(letters.of("x", new Locale("iw", "IL")).language()).isEqualTo("he");
    assertThat(letters.of("x", new Locale("he")).language()).isEqualTo("he");
  }

  private static Document page(Letter letter) throws Exception {
    String page = letter.html().replace("<!DOCTYPE html>\n", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static void collect(Element element, Set<String> names, List<String> links) {
    names.add(element.getTagName());
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      assertThat(attribute.getNodeName()).isIn("lang", "dir", "charset", "href");
      if (attribute.getNodeName().equals("href")) {
        links.add(attribute.getNodeValue());
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        collect(inner, names, links);
      }
    }
  }
}
