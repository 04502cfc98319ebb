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
    SafeFigure ten = SafeFigure.ofPublicFact(10);
    CityPage city =
        CityPage.builder(ATTACK)
            .otherName(ATTACK)
            .country(ATTACK)
            .locality(new MapLocality(ATTACK, 32, 35, 10))
            .place(
                new MapPlace(ATTACK, MapPlace.Kind.TAPPED, ATTACK, 32, 35, List.of(ATTACK), true))
            .circle(new CircleResult(Making.VISIT, ten, List.of(ATTACK)))
            .balance(new TopicBalance(ATTACK, ten, ten, ten))
            .unmet(new UnmetNeed(ATTACK, ATTACK, ten))
            .invitation(new Invitation(ATTACK, ATTACK, ten, List.of(ATTACK)))
            .price(new PlacePrice(ATTACK, ATTACK, ATTACK, ATTACK, ten, ten))
            .provenance(Subject.SCHOOLS, Provenance.REAL, ATTACK)
            .build();
    PublicReport report =
        PublicReport.builder(ATTACK, ATTACK, LocalDate.of(2027, 1, 1), SafetyRule.STANDARD)
            .city(city)
            .fairness(
                new Fairness(
                    ATTACK,
                    List.of(),
                    List.of(new Fairness.Labelled(ATTACK, ten)),
                    new CertificateNote(true, ATTACK, ATTACK, ten, ten)))
            .affinityExample(
                new AffinityExample(
                    ATTACK, ATTACK, List.of(new Points(Points.Side.CITY, ATTACK, 10)), 10))
            .importNote(
                new ImportNote(ATTACK, 1, List.of(new ImportNote.Problem(ATTACK, 1, ATTACK))))
            .source(new SourceNote(ATTACK, ATTACK, ATTACK, Provenance.MIXED))
            .build();
    PlannerView plan =
        PlannerView.builder(ATTACK, ATTACK, LocalDate.of(2027, 1, 1))
            .placement(
                PlannedPlacement.builder(ATTACK, ATTACK, ATTACK, ATTACK, 10)
                    .points(new Points(Points.Side.CITY, ATTACK, 10))
                    .slot(ATTACK)
                    .clearance(ClearanceState.REFUSED, ATTACK)
                    .whyNot(new PlannedPlacement.WhyNot(ATTACK, 1, 1, 1, ATTACK))
                    .build())
            .unplaced(new UnplacedLearner(ATTACK, ATTACK, ATTACK, ATTACK))
            .build();

    for (String page : List.of(write(report, Locale.ENGLISH), write(plan, Locale.ENGLISH))) {
      assertThat(page)
          .doesNotContain("<script>alert")
          .doesNotContain("<img")
          .doesNotContain("49</style>");
      assertThat(page.split("</script>", -1)).hasSizeLessThanOrEqualTo(3);
      assertThat(page.split("</style>", -1)).hasSize(2);
    }
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
