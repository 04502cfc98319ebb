package org.educationcities.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafetyRule;
import org.junit.jupiter.api.Test;

class ModelTest {

  @Test
  void a_figure_is_a_number_or_hidden_and_nothing_else() {
    assertThat(SafeFigure.ofPublicFact(15).isShown()).isTrue();
    assertThat(SafeFigure.hidden().isShown()).isFalse();
    assertThat(SafeFigure.hidden().value().orElse(0)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> SafeFigure.ofPublicFact(-1));
  }

  @Test
  void an_explanation_that_does_not_add_up_is_refused() {
    List<Points> points = List.of(new Points(Points.Side.LEARNER, "Film", 300));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AffinityExample("wants film", "teaches film", points, 310))
        .withMessageContaining("300");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                PlannedPlacement.builder("Hadera", "L-1", "Film lab", "Studio", 310)
                    .points(points.get(0))
                    .build());
  }

  @Test
  void a_result_is_not_called_optimal_beside_a_gap() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CertificateNote(
                    true,
                    "total affinity",
                    "checker",
                    SafeFigure.ofPublicFact(90),
                    SafeFigure.ofPublicFact(100)));
  }

  @Test
  void a_position_off_the_globe_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MapLocality("Hadera", 132.4, 34.9, 100))
        .withMessageContaining("Maybe latitude and longitude are exchanged");
  }

  @Test
  void a_report_needs_a_city() {
    PublicReport.Builder builder =
        PublicReport.builder("Title", "Spring", LocalDate.of(2027, 1, 1), SafetyRule.STANDARD);

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(builder::build);
  }

  @Test
  void what_tells_of_a_child_prints_redacted() {
    PlannedPlacement placement =
        PlannedPlacement.builder("Hadera", "L-7Q", "Film lab", "Studio", 310).build();
    UnplacedLearner unplaced = new UnplacedLearner("Hadera", "L-8R", "too few places", "");

    assertThat(placement.toString()).doesNotContain("L-7Q", "Film");
    assertThat(unplaced.toString()).doesNotContain("L-8R", "few");
    assertThat(
            PlannerView.builder("Plan", "Spring", LocalDate.of(2027, 1, 1))
                .placement(placement)
                .unplaced(unplaced)
                .build()
                .toString())
        .isEqualTo("PlannerView[1 placed, 1 unplaced]");
  }
}
