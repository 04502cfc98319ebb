package org.educationcities.report;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.educationcities.insight.SafeFigure;

/** One sample city: real localities and schools, invented ground for learning and figures. */
final class SampleCity {
  private static final List<String> TOPICS =
      List.of(
          "Robotics",
          "Theatre",
          "Football",
          "Film",
          "Gardening",
          "Arabic",
          "English",
          "Cooking",
          "Carpentry",
          "Music",
          "Astronomy",
          "Care for the elderly",
          "Mathematics",
          "Drawing");
  private static final List<String> HEBREW_TOPICS =
      List.of(
          "רובוטיקה",
          "תיאטרון",
          "כדורגל",
          "קולנוע",
          "גינון",
          "ערבית",
          "אנגלית",
          "בישול",
          "נגרות",
          "מוזיקה",
          "אסטרונומיה",
          "סיוע לקשישים",
          "מתמטיקה",
          "ציור");
  private static final List<String> SORTS =
      List.of(
          "theatre",
          "football club",
          "workshop",
          "laboratory",
          "garden",
          "museum",
          "bakery",
          "library");
  private static final List<String> HEBREW_SORTS =
      List.of("תיאטרון", "מועדון כדורגל", "סדנה", "מעבדה", "גינה", "מוזיאון", "מאפייה", "ספרייה");

  private final String city;
  private final boolean isHebrew;
  private final Random random;
  private final List<NamedCsvRecord> localities;
  private final CityPage.Builder page;

  private SampleCity(String city, boolean isHebrew) {
    this.city = city;
    this.isHebrew = isHebrew;
    this.random = new Random(city.hashCode());
    this.localities =
        SampleRows.of("localities.csv").stream()
            .filter(row -> row.getField("city").equals(city))
            .toList();
    String hebrew = SampleReport.CITIES.getOrDefault(city, city);
    this.page = CityPage.builder(isHebrew ? hebrew : city).otherName(isHebrew ? city : hebrew);
  }

  static void addAll(PublicReport.Builder report, boolean isHebrew) {
    for (Map.Entry<String, String> city : SampleReport.CITIES.entrySet()) {
      report.city(new SampleCity(city.getKey(), isHebrew).page());
    }
  }

  private CityPage page() {
    if (city.equals("Seattle")) {
      page.country(isHebrew ? "ארצות הברית" : "United States");
      seattle();
    } else {
      page.country(isHebrew ? "ישראל" : "Israel");
      israel();
    }
    figures();
    balances();
    prices();
    return page.build();
  }

  private void israel() {
    long schools = 0;
    for (NamedCsvRecord row : SampleRows.of("schools.csv")) {
      if (row.getField("city").equals(city)) {
        schools++;
        place(
            row.getField("name_he"), MapPlace.Kind.SCHOOL, isHebrew ? "בית ספר" : "school", row, 0);
      }
    }
    for (NamedCsvRecord row : localities) {
      page.locality(
          new MapLocality(
              row.getField(isHebrew ? "name_he" : "name_en"),
              SampleRows.number(row, "latitude"),
              SampleRows.number(row, "longitude"),
              Long.parseLong(row.getField("population"))));
      int grounds = localities.size() == 1 ? 90 : 3;
      for (int i = 0; i < grounds; i++) {
        int sort = random.nextInt(SORTS.size());
        String name =
            (isHebrew ? HEBREW_SORTS : SORTS).get(sort)
                + " "
                + row.getField(isHebrew ? "name_he" : "name_en")
                + " "
                + (i + 1);
        MapPlace.Kind kind = random.nextInt(5) < 3 ? MapPlace.Kind.TAPPED : MapPlace.Kind.UNTAPPED;
        double spread = localities.size() == 1 ? 0.014 : 0.005;
        place(name, kind, (isHebrew ? HEBREW_SORTS : SORTS).get(sort), row, spread);
      }
    }
    page.figure(Measure.SCHOOLS, SafeFigure.ofPublicFact(schools))
        .figure(Measure.LOCALITIES, SafeFigure.ofPublicFact(localities.size()))
        .provenance(Subject.LOCALITIES, Provenance.REAL, "Israel Central Bureau of Statistics")
        .provenance(Subject.SCHOOLS, Provenance.REAL, "Ministry of Education, through anyway")
        .provenance(Subject.GROUND, Provenance.GENERATED, "")
        .provenance(Subject.OPPORTUNITIES, Provenance.GENERATED, "")
        .provenance(Subject.LEARNERS, Provenance.GENERATED, "")
        .provenance(Subject.COLLABORATIONS, Provenance.COMPUTED, "");
  }

  private void seattle() {
    for (NamedCsvRecord row : SampleRows.of("seattle.csv")) {
      MapPlace.Kind kind = random.nextInt(4) < 3 ? MapPlace.Kind.TAPPED : MapPlace.Kind.UNTAPPED;
      place(row.getField("name"), kind, row.getField("sort"), row, 0);
    }
    page.locality(new MapLocality("Seattle", 47.6062, -122.3321, 737_015))
        .provenance(Subject.GROUND, Provenance.REAL, "City of Seattle open data")
        .provenance(Subject.LEARNERS, Provenance.GENERATED, "")
        .provenance(Subject.COLLABORATIONS, Provenance.COMPUTED, "");
  }

  private void place(
      String name, MapPlace.Kind kind, String sort, NamedCsvRecord at, double spread) {
    boolean isSchool = kind == MapPlace.Kind.SCHOOL;
    page.place(
        new MapPlace(
            name,
            kind,
            sort,
            SampleRows.number(at, "latitude") + spread * random.nextGaussian(),
            SampleRows.number(at, "longitude") + spread * random.nextGaussian(),
            isSchool ? List.of() : List.of(topic(random.nextInt(14)), topic(random.nextInt(14))),
            !isSchool && !city.equals("Seattle")));
  }

  private String topic(int index) {
    return (isHebrew ? HEBREW_TOPICS : TOPICS).get(index);
  }

  private void figures() {
    long learners = 5L * (60 + random.nextInt(700));
    page.figure(Measure.LEARNERS, SafeFigure.ofPublicFact(learners))
        .figure(Measure.PLACED, SafeFigure.ofPublicFact(5 * (learners * 92 / 500)))
        .figure(
            Measure.UNPLACED,
            learners < 400
                ? SafeFigure.hidden()
                : SafeFigure.ofPublicFact(5 * (learners * 8 / 500)))
        .figure(Measure.TAPPED, SafeFigure.ofPublicFact(30 + random.nextInt(60)))
        .figure(Measure.UNTAPPED, SafeFigure.ofPublicFact(10 + random.nextInt(40)))
        .figure(Measure.PLACES, SafeFigure.ofPublicFact(5 * (learners * 95 / 500)))
        .figure(Measure.MEAN_AFFINITY, SafeFigure.ofPublicFact(520 + random.nextInt(120)))
        .circle(
            SampleReport.result(
                Making.EDUCATION_TEAM, learners / 5, "Class 7.2: film for a common goal"))
        .circle(
            SampleReport.result(
                Making.LEARNING_PAIR, learners / 8, "Reading, eighth grade with third"))
        .circle(
            SampleReport.result(
                Making.PLACEMENT, 5 * (learners * 92 / 500), "A theatre teaches stagecraft"))
        .circle(SampleReport.result(Making.PARTNERSHIP, 12, "A school and a laboratory"))
        .circle(SampleReport.result(Making.VISIT, 2, city + " visits Netanya for robotics"))
        .circle(new CircleResult(Making.TWIN_CLASS, SafeFigure.hidden(), List.of()));
  }

  private void balances() {
    List<String> places = new ArrayList<>();
    localities.forEach(row -> places.add(row.getField(isHebrew ? "name_he" : "name_en")));
    if (places.isEmpty()) {
      places.add("Seattle");
    }
    for (int i = 0; i < TOPICS.size(); i++) {
      page.balance(
          new TopicBalance(
              topic(i),
              i == 11
                  ? SafeFigure.hidden()
                  : SafeFigure.ofPublicFact(5L * (1 + random.nextInt(160))),
              SafeFigure.ofPublicFact(5L * (2 + random.nextInt(180))),
              SafeFigure.ofPublicFact(5L * random.nextInt(60))));
    }
    for (int i = 0; i < 9; i++) {
      page.unmet(
          new UnmetNeed(
              topic((i * 5) % 14),
              places.get(random.nextInt(places.size())),
              i == 7 ? SafeFigure.hidden() : SafeFigure.ofPublicFact(5 * (24 - 2L * i))));
    }
    for (int i = 0; i < 3; i++) {
      page.invitation(
          new Invitation(
              topic((i * 3 + 10) % 14),
              places.get(random.nextInt(places.size())),
              SafeFigure.ofPublicFact(10 + 5L * random.nextInt(6)),
              List.of(
                  (isHebrew ? HEBREW_SORTS : SORTS).get(i),
                  (isHebrew ? HEBREW_SORTS : SORTS).get(i + 3))));
    }
  }

  private void prices() {
    int price = 420 + random.nextInt(330);
    for (int i = 0; i < 8; i++) {
      String sort = (isHebrew ? HEBREW_SORTS : SORTS).get(i);
      page.price(
          new PlacePrice(
              topic(i) + (isHebrew ? ", סדנת אביב" : ", spring workshop"),
              sort + " " + (i + 1),
              localities.isEmpty()
                  ? ""
                  : localities.get(0).getField(isHebrew ? "name_he" : "name_en"),
              topic(i),
              SafeFigure.ofPublicFact(price),
              SafeFigure.ofPublicFact(10 + 5L * random.nextInt(4))));
      price -= 10 + random.nextInt(50);
    }
  }
}
