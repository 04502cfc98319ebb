package org.educationcities.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafetyRule;

/**
 * A report of twelve cities with real localities, schools and Seattle's real places; all figures
 * are invented, from a fixed seed.
 */
final class SampleReport {
  static final Map<String, String> CITIES = new LinkedHashMap<>();

  static {
    CITIES.put("Bat-Yam", "בת ים");
    CITIES.put("Hadera", "חדרה");
    CITIES.put("Jerusalem", "ירושלים");
    CITIES.put("Netanya", "נתניה");
    CITIES.put("Golan Region", "גולן");
    CITIES.put("Galil Elyon Region", "הגליל העליון");
    CITIES.put("Galil Tachton Region", "הגליל התחתון");
    CITIES.put("Emek Hama'ayanot Region", "עמק המעיינות");
    CITIES.put("Menashe", "מנשה");
    CITIES.put("Sha'ar HaNegev Region", "שער הנגב");
    CITIES.put("Tamar Region", "תמר");
    CITIES.put("Seattle", "סיאטל");
  }

  private SampleReport() {}

  static PublicReport in(Locale locale) {
    boolean isHebrew = locale.getLanguage().equals("he") || locale.getLanguage().equals("iw");
    PublicReport.Builder report =
        PublicReport.builder(
            isHebrew ? "שתים עשרה ערים, בית ספר אחד גדול" : "Twelve cities, one big school",
            isHebrew ? "אביב 2027" : "Spring 2027",
            LocalDate.of(2027, 1, 17),
            SafetyRule.STANDARD);
    SampleCity.addAll(report, isHebrew);
    return report
        .figure(Measure.LEARNERS, SafeFigure.ofPublicFact(20_000))
        .figure(Measure.PLACED, SafeFigure.ofPublicFact(18_470))
        .figure(Measure.SCHOOLS, SafeFigure.ofPublicFact(930))
        .figure(Measure.LOCALITIES, SafeFigure.ofPublicFact(149))
        .figure(Measure.TAPPED, SafeFigure.ofPublicFact(1_015))
        .figure(Measure.UNTAPPED, SafeFigure.ofPublicFact(645))
        .figure(Measure.PLACES, SafeFigure.ofPublicFact(19_000))
        .figure(Measure.MEAN_AFFINITY, SafeFigure.ofPublicFact(583))
        .circle(
            result(
                Making.EDUCATION_TEAM,
                3_985,
                "A class in Hadera: teams of five, goal shown as the team's figure"))
        .circle(
            result(Making.PEER_LESSON, 11_240, "Robotics is taught most from learner to learner"))
        .circle(
            result(
                Making.LEARNING_PAIR,
                2_310,
                "In Netanya, ninth grade with fourth grade in reading"))
        .circle(result(Making.TEACHER_TEAM, 415, "Educators in Bat-Yam: film, gardening, Arabic"))
        .circle(
            result(
                Making.PLACEMENT,
                18_470,
                "A community garden in Seattle teaches botany and needs drawing"))
        .circle(
            result(
                Making.PARTNERSHIP, 612, "A theatre and a school in Jerusalem, for the third term"))
        .circle(
            result(
                Making.INNOVATION_LAB,
                24,
                "Shade on the way to school, Emek Hama'ayanot, at stage imagine"))
        .circle(
            result(
                Making.VISIT, 11, "Hadera learns robotics from Netanya and hosts it for theatre"))
        .circle(result(Making.SHARED_PLACE, 140, "Golan opens a field school to Galil Elyon"))
        .circle(
            result(
                Making.RECIPE,
                6,
                "Seattle takes up a lab on shade from Emek Hama'ayanot, with credit"))
        .circle(
            result(
                Making.TWIN_CLASS,
                18,
                "Menashe and Seattle: gardening, English, 17:00 there is 7:00 here"))
        .fairness(SampleFairness.fairness())
        .affinityExample(SampleFairness.example())
        .importNote(
            new ImportNote(
                "community-centers.json",
                28,
                List.of(
                    new ImportNote.Problem(
                        "position at 0, 0: kept without a place on the map", 1, "object 14"))))
        .importNote(
            new ImportNote(
                "youth-programs.json",
                61,
                List.of(
                    new ImportNote.Problem(
                        "the age range is 'Varies', taken as any age", 12, "object 1"),
                    new ImportNote.Problem("the same name twice, taken once", 5, "object 22"),
                    new ImportNote.Problem("a date in neither of the two forms", 2, "object 40"))))
        .importNote(new ImportNote("education-city-schools.csv", 930, List.of()))
        .source(
            new SourceNote(
                "149 localities with names, positions, populations",
                "Israel Central Bureau of Statistics, through arikw/israeli-localities",
                "none stated; public statistics",
                Provenance.REAL))
        .source(
            new SourceNote(
                "930 schools with registered names and positions",
                "data-for-change/anyway, schools_names.json (2020)",
                "repository MIT",
                Provenance.REAL))
        .source(
            new SourceNote(
                "Seattle's community centres, programmes, gardens",
                "mikhael28/seattle-open-json",
                "MIT",
                Provenance.REAL))
        .source(
            new SourceNote(
                "Learners, educators, capacities, Israel's providers",
                "seeded generator, in proportion to the population",
                "",
                Provenance.GENERATED))
        .build();
  }

  static CircleResult result(Making making, long count, String example) {
    return new CircleResult(making, SafeFigure.ofPublicFact(count), List.of(example));
  }
}
