package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafetyRule;
import org.educationcities.report.AffinityExample;
import org.educationcities.report.CityPage;
import org.educationcities.report.Invitation;
import org.educationcities.report.MapLocality;
import org.educationcities.report.MapPlace;
import org.educationcities.report.PlacePrice;
import org.educationcities.report.PlannedPlacement;
import org.educationcities.report.PlannerView;
import org.educationcities.report.Points;
import org.educationcities.report.Provenance;
import org.educationcities.report.PublicReport;
import org.educationcities.report.ReportWriter;
import org.educationcities.report.SourceNote;
import org.educationcities.report.TopicBalance;
import org.educationcities.report.UnmetNeed;

/**
 * A name in every place of both pages: it adds no tag, ends no attribute and closes no script. The
 * page has the very markup that it has for the same name with harmless letters.
 */
final class PagesOut implements Target {
  private static final SafeFigure TEN = SafeFigure.ofPublicFact(10);

  @Override
  public void read(byte[] input) throws IOException {
    String name = new String(input, StandardCharsets.UTF_8);
    if (name.isBlank()) {
      return;
    }
    String harmless = name.replaceAll("[<>\"'&`\\\\/!\\-\\p{Cntrl}\u2028\u2029]", "x");
    assertThat(Markup.of(page(name))).isEqualTo(Markup.of(page(harmless)));
    assertThat(Markup.of(plan(name))).isEqualTo(Markup.of(plan(harmless)));
  }

  private static String page(String name) throws IOException {
    CityPage city =
        CityPage.builder(name)
            .otherName(name)
            .country(name)
            .locality(new MapLocality(name, 32, 35, 10))
            .place(new MapPlace(name, MapPlace.Kind.TAPPED, name, 32, 35, List.of(name), true))
            .balance(new TopicBalance(name, TEN, TEN, TEN))
            .unmet(new UnmetNeed(name, name, TEN))
            .invitation(new Invitation(name, name, TEN, List.of(name)))
            .price(new PlacePrice(name, name, name, name, TEN, TEN))
            .build();
    PublicReport report =
        PublicReport.builder(name, name, LocalDate.of(2027, 1, 1), SafetyRule.STANDARD)
            .city(city)
            .affinityExample(
                new AffinityExample(
                    name, name, List.of(new Points(Points.Side.CITY, name, 10)), 10))
            .source(new SourceNote(name, name, name, Provenance.MIXED))
            .build();
    StringBuilder page = new StringBuilder();
    ReportWriter.in(Locale.ENGLISH).write(report, page);
    return page.toString();
  }

  private static String plan(String name) throws IOException {
    PlannerView plan =
        PlannerView.builder(name, name, LocalDate.of(2027, 1, 1))
            .placement(
                PlannedPlacement.builder(name, name, name, name, 10)
                    .points(new Points(Points.Side.CITY, name, 10))
                    .slot(name)
                    .build())
            .build();
    StringBuilder page = new StringBuilder();
    ReportWriter.in(Locale.ENGLISH).write(plan, page);
    return page.toString();
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        bytes("Hadera"),
        bytes("\"'><script>alert(1)</script><!--"),
        bytes("</style>]]>&lt;\u2028\\u003c${7*7}{0}%s"),
        bytes("\u202Egnp.\u2066x"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
