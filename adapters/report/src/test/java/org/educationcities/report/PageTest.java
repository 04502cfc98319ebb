package org.educationcities.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafetyRule;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final String ATTACK =
      "\"'><script>alert(1)</script><img src=x onerror=alert(2)>${7*7}</style>&\u2028";

  @Test
  void a_page_is_one_file_without_any_address_to_load_from() throws IOException {
    String page = write(SampleReport.in(Locale.ENGLISH), Locale.ENGLISH);

    assertThat(page).startsWith("<!DOCTYPE html>");
    assertThat(body(page))
        .doesNotContain("src=")
        .doesNotContain("<link")
        .doesNotContain("@import")
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain(" style=")
        .doesNotContain(" onclick=");
    assertThat(group(page, "<style>(.*?)</style>")).doesNotContain("url(");
    assertThat(page).doesNotContain("sourceMappingURL");
    assertThat(page.length()).isLessThan(2_000_000);
  }

  @Test
  void the_policy_lets_its_own_style_and_script_run_by_their_hashes_alone() throws Exception {
    for (String page :
        List.of(
            write(SampleReport.in(Locale.ENGLISH), Locale.ENGLISH),
            write(SamplePlan.of(5, 2), Locale.ENGLISH))) {
      String policy =
          group(page, "Content-Security-Policy\" content=\"([^\"]+)\"").replace("&#39;", "'");

      assertThat(policy)
          .startsWith("default-src 'none'; ")
          .doesNotContain("unsafe")
          .contains("script-src '" + hash(group(page, "<script>(.*?)</script>")) + "'")
          .contains("style-src '" + hash(group(page, "<style>(.*?)</style>")) + "'");
      assertThat(page.split("<script>", -1)).hasSize(2);
    }
  }

  @Test
  void every_text_of_a_caller_is_escaped_where_it_stands() throws IOException {
    for (String page : pagesOf(ATTACK)) {
      assertThat(page)
          .doesNotContain("<script>alert")
          .doesNotContain("<img")
          .doesNotContain("49</style>");
      assertThat(page.split("</script>", -1)).hasSizeLessThanOrEqualTo(3);
      assertThat(page.split("</style>", -1)).hasSize(2);
    }
  }

  @Test
  void no_text_of_a_caller_is_an_address_or_code() throws IOException {
    for (String page : pagesOf("javascript:alert(1)")) {
      Matcher addresses =
          Pattern.compile("\\b(?:href|src|action|formaction|data|poster|srcdoc)=\"([^\"]*)\"")
              .matcher(body(page));
      int found = 0;
      while (addresses.find()) {
        found++;
        assertThat(addresses.group(1)).startsWith("#").doesNotContain("javascript");
      }
      assertThat(found).isPositive();
      assertThat(page).doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=");
      assertThat(group(page, "<script>(.*?)</script>")).doesNotContain("javascript:");
      assertThat(group(page, "<style>(.*?)</style>")).doesNotContain("javascript:");
    }
  }

  @Test
  void rows_for_the_script_stay_json_whatever_a_text_holds() throws IOException {
    String page = pagesOf(ATTACK + "\\\n<!--\u2029").get(1);

    assertThat(group(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>"))
        .contains("\\\"'\\u003e\\u003cscript\\u003ealert(1)")
        .contains("\\\\\\u000a\\u003c!--\\u2029")
        .doesNotContainPattern("[<>&\u2028\u2029]");
  }

  @Test
  void a_hidden_figure_is_told_as_hidden_and_never_as_a_number() throws IOException {
    CityPage city =
        CityPage.builder("Hadera").figure(Measure.LEARNERS, SafeFigure.hidden()).build();
    PublicReport report =
        PublicReport.builder("Title", "Spring", LocalDate.of(2027, 1, 1), SafetyRule.STANDARD)
            .city(city)
            .build();

    String page = write(report, Locale.ENGLISH);

    assertThat(group(page, "<dt>Learners</dt><dd>(.*?)</dd>"))
        .contains("hidden")
        .doesNotContain("0");
    assertThat(page).contains("fewer than 10 people").contains("multiples of 5");
  }

  @Test
  void hebrew_and_arabic_run_from_right_to_left_and_others_are_english() throws IOException {
    assertThat(write(SamplePlan.of(1, 1), Locale.forLanguageTag("he-IL")))
        .contains("<html lang=\"he\" dir=\"rtl\">");
    assertThat(write(SamplePlan.of(1, 1), Locale.forLanguageTag("ar")))
        .contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(write(SamplePlan.of(1, 1), Locale.forLanguageTag("fi")))
        .contains("<html lang=\"en\" dir=\"ltr\">");
  }

  @Test
  void a_coast_is_drawn_where_it_is_known_and_never_cut_off_where_it_is_not() throws IOException {
    assertThat(write(cityAt(32.44, 34.92), Locale.ENGLISH)).contains("<path class=\"land\"");
    assertThat(write(cityAt(29.45, 34.92), Locale.ENGLISH)).doesNotContain("<path class=\"land\"");
    assertThat(write(cityAt(60.17, 24.94), Locale.ENGLISH)).doesNotContain("<path class=\"land\"");
  }

  private static PublicReport cityAt(double latitude, double longitude) {
    CityPage city =
        CityPage.builder("City")
            .locality(new MapLocality("Town", latitude, longitude, 900))
            .build();
    return PublicReport.builder("Title", "Spring", LocalDate.of(2027, 1, 1), SafetyRule.STANDARD)
        .city(city)
        .build();
  }

  @Test
  void the_same_report_gives_the_same_bytes() throws IOException {
    assertThat(write(SampleReport.in(Locale.ENGLISH), Locale.ENGLISH))
        .isEqualTo(write(SampleReport.in(Locale.ENGLISH), Locale.ENGLISH));
  }

  @Test
  void a_full_disk_is_told_as_what_it_is() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public Appendable append(CharSequence text, int from, int to) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public Appendable append(char c) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(() -> ReportWriter.in(Locale.ENGLISH).write(SamplePlan.of(1, 0), full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  /** Both pages, with a text wherever a caller may put one. */
  private static List<String> pagesOf(String text) throws IOException {
    return List.of(write(reportOf(text), Locale.ENGLISH), write(planOf(text), Locale.ENGLISH));
  }

  private static PublicReport reportOf(String text) {
    SafeFigure ten = SafeFigure.ofPublicFact(10);
    CityPage city =
        CityPage.builder(text)
            .otherName(text)
            .country(text)
            .locality(new MapLocality(text, 32, 35, 10))
            .place(new MapPlace(text, MapPlace.Kind.TAPPED, text, 32, 35, List.of(text), true))
            .circle(new CircleResult(Making.VISIT, ten, List.of(text)))
            .balance(new TopicBalance(text, ten, ten, ten))
            .unmet(new UnmetNeed(text, text, ten))
            .invitation(new Invitation(text, text, ten, List.of(text)))
            .price(new PlacePrice(text, text, text, text, ten, ten))
            .provenance(Subject.SCHOOLS, Provenance.REAL, text)
            .build();
    return PublicReport.builder(text, text, LocalDate.of(2027, 1, 1), SafetyRule.STANDARD)
        .city(city)
        .fairness(
            new Fairness(
                text,
                List.of(),
                List.of(new Fairness.Labelled(text, ten)),
                new CertificateNote(true, text, text, ten, ten)))
        .affinityExample(
            new AffinityExample(text, text, List.of(new Points(Points.Side.CITY, text, 10)), 10))
        .importNote(new ImportNote(text, 1, List.of(new ImportNote.Problem(text, 1, text))))
        .source(new SourceNote(text, text, text, Provenance.MIXED))
        .build();
  }

  private static PlannerView planOf(String text) {
    return PlannerView.builder(text, text, LocalDate.of(2027, 1, 1))
        .placement(
            PlannedPlacement.builder(text, text, text, text, 10)
                .points(new Points(Points.Side.CITY, text, 10))
                .slot(text)
                .clearance(ClearanceState.REFUSED, text)
                .whyNot(new PlannedPlacement.WhyNot(text, 1, 1, 1, text))
                .build())
        .unplaced(new UnplacedLearner(text, text, text, text))
        .build();
  }

  private static String write(PublicReport report, Locale locale) throws IOException {
    StringBuilder page = new StringBuilder();
    ReportWriter.in(locale).write(report, page);
    return page.toString();
  }

  private static String write(PlannerView view, Locale locale) throws IOException {
    StringBuilder page = new StringBuilder();
    ReportWriter.in(locale).write(view, page);
    return page.toString();
  }

  private static String body(String page) {
    return page.substring(page.indexOf("</head>"), page.indexOf("<script>"));
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
