package org.educationcities.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A planner's view of any size with invented learners, from a fixed seed. */
final class SamplePlan {
  private static final List<String> TOPICS = List.of("Robotics", "Theatre", "Film", "Gardening");
  private static final List<String> SLOTS =
      List.of("Sun 14:00–15:30", "Tue 15:00–16:30", "Wed 16:00–18:00");

  private static final List<ClearanceState> STATES = List.of(ClearanceState.values());

  private SamplePlan() {}

  static PlannerView of(int placements, int unplaced) {
    Random random = new Random(7);
    List<String> cities = List.copyOf(SampleReport.CITIES.keySet());
    PlannerView.Builder plan =
        PlannerView.builder(
            "Planner's view: twelve cities", "Spring 2027", LocalDate.of(2027, 1, 17));
    for (int i = 0; i < placements; i++) {
      String topic = TOPICS.get(random.nextInt(4));
      int first = 150 + random.nextInt(400);
      int second = random.nextInt(200);
      int city = random.nextInt(150);
      PlannedPlacement.Builder placement =
          PlannedPlacement.builder(
                  cities.get(i % cities.size()),
                  "L-" + Integer.toString(100_000 + i * 37, 36).toUpperCase(java.util.Locale.ROOT),
                  topic + ", spring workshop " + i % 90,
                  "provider " + i % 240,
                  first + second + city)
              .points(new Points(Points.Side.LEARNER, topic, first))
              .points(
                  new Points(
                      Points.Side.LEARNER, TOPICS.get(random.nextInt(4)) + " (wide)", second))
              .points(new Points(Points.Side.CITY, "Drawing", city))
              .price(random.nextInt(700))
              .distanceMetres(200 + random.nextInt(9_000))
              .slot(SLOTS.get(i % 3))
              .clearance(
                  STATES.get(random.nextInt(10) / 6 * (1 + i % 3)), "the guardian's permission");
      if (i % 3 == 0) {
        placement.whyNot(new PlannedPlacement.WhyNot("Night sky, observatory", 610, 640, 31, ""));
      } else if (i % 7 == 0) {
        placement.whyNot(
            new PlannedPlacement.WhyNot(
                "Night sky, observatory", 610, 640, 0, "it is open from age 14 on"));
      }
      plan.placement(placement.build());
    }
    for (int i = 0; i < unplaced; i++) {
      plan.unplaced(
          new UnplacedLearner(
              cities.get(i % cities.size()),
              "L-U" + Integer.toString(5_000 + i * 11, 36).toUpperCase(java.util.Locale.ROOT),
              i % 2 == 0
                  ? "41 learners share the 30 places within reach"
                  : "nothing is known of this learner yet",
              i % 2 == 0 ? "Film, spring workshop 12: 18 more points" : ""));
    }
    return plan.build();
  }
}
