package org.educationcities.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.educationcities.SmallCity;
import org.educationcities.city.Circle;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Home;
import org.educationcities.collaboration.Part;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party.Kind;
import org.educationcities.profile.Profile;
import org.educationcities.profile.TopicId;
import org.junit.jupiter.api.Test;

/** The world circle: recipes and twin classes. */
class WorldCircleTest extends Circles {
  private static final Set<DayOfWeek> SUNDAY_TO_FRIDAY =
      Set.of(
          DayOfWeek.SUNDAY,
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 1, 31);
  private static final TwinWindow ISRAEL =
      new TwinWindow(
          ZoneId.of("Asia/Jerusalem"), SUNDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(19, 0));
  private static final TwinWindow SEATTLE =
      new TwinWindow(
          ZoneId.of("America/Los_Angeles"),
          MONDAY_TO_FRIDAY,
          LocalTime.of(8, 0),
          LocalTime.of(15, 0));

  @Test
  void nothingWithinARecipeCanHoldAPersonOrFreeText() {
    Set<String> leaves = new TreeSet<>();
    leaves(Recipe.class, leaves, new HashSet<>());

    assertThat(leaves)
        .containsExactly(
            "enum org.educationcities.circle.LabEvidence",
            "enum org.educationcities.circle.LabStage",
            "enum org.educationcities.circle.Recipe$Kind",
            "enum org.educationcities.profile.Proficiency",
            "int",
            "java.time.Duration",
            "org.educationcities.circle.RecipeId",
            "org.educationcities.city.CityId",
            "org.educationcities.profile.Importance",
            "org.educationcities.profile.TopicId");
  }

  /** Every type reached from a type's fields, through collections and records. */
  private static void leaves(Type type, Set<String> leaves, Set<Type> seen) {
    if (!seen.add(type)) {
      return;
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        leaves(argument, leaves, seen);
      }
      return;
    }
    Class<?> each = (Class<?>) type;
    boolean open = Set.of(Recipe.class, Recipe.Step.class, Profile.class).contains(each);
    if (!open) {
      leaves.add((each.isEnum() ? "enum " : "") + each.getName());
      return;
    }
    for (Field field : each.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        leaves(field.getGenericType(), leaves, seen);
      }
    }
  }

  @Test
  void aFinishedLabBecomesARecipeThatAnotherCountryTakesUpWithCredit() {
    InnovationLab lab =
        InnovationLab.open(
            new Challenge(new CityId("hadera"), topic("gardening"), new Importance(4)));
    RecipeId id = new RecipeId("gardens");
    assertThatThrownBy(() -> Recipe.of(id, lab, 5, 2, Duration.ofMinutes(90)))
        .isInstanceOf(IllegalLabMoveException.class);
    Recipe recipe = Recipe.of(id, CityCircleTest.through(lab), 5, 2, Duration.ofMinutes(90));
    List<ProfiledParty> cities =
        List.of(
            party(Kind.CITY, "hadera", city("IL", "hadera"), wants("gardening", 4).profile()),
            party(Kind.CITY, "netanya", city("IL", "netanya"), wants("gardening", 2).profile()),
            party(Kind.CITY, "seattle", city("US", "seattle"), wants("gardening", 4).profile()));

    RecipeExchange.Result world =
        RecipeExchange.acrossCountries(List.of(recipe), cities, FORMULA, 3, OCCASION);

    assertThat(world.adoptions()).extracting(each -> each.by().value()).containsExactly("seattle");
    assertThat(world.proposals().get(0).circle()).isEqualTo(Circle.WORLD);
    assertThat(world.proposals().get(0).withPart(Part.GIVES))
        .extracting(each -> each.id())
        .containsExactly("hadera");
    assertThat(world.left()).containsExactlyInAnyOrder(new CityId("hadera"), new CityId("netanya"));
    Recipe passedOn = recipe.takenUpBy(new CityId("seattle"));
    assertThat(passedOn.credit()).containsExactly(new CityId("hadera"), new CityId("seattle"));
    assertThat(passedOn.madeIn()).isEqualTo(new CityId("hadera"));

    RecipeExchange.Result any = RecipeExchange.among(List.of(recipe), cities, FORMULA, 3, OCCASION);
    assertThat(any.proposals())
        .extracting(each -> each.circle())
        .containsExactly(Circle.COUNTRY, Circle.WORLD);
  }

  @Test
  void aProgrammeBecomesARecipeToo() {
    Recipe recipe =
        Recipe.of(new RecipeId("p"), SmallCity.opportunity("club", "chess", 12).build(), 14);
    assertThat(recipe.steps()).hasSize(1);
    assertThat(recipe.profile().proficiencyIn(topic("chess")).level()).isEqualTo(4);
    assertThat(recipe.credit()).containsExactly(SmallCity.CITY);
  }

  @Test
  void whenClocksChangeOnDifferentDatesTheShortestOverlapCounts() {
    // 8:00 in Seattle is 18:00 in Israel; 17:00 in the week in which only Israel has changed.
    TwinWindow.Meeting meeting = TwinWindow.between(ISRAEL, SEATTLE, FIRST, LAST).orElseThrow();
    assertThat(meeting.least()).isEqualTo(Duration.ofHours(1));
    assertThat(meeting.day()).isEqualTo(DayOfWeek.MONDAY);

    LocalDate gap = LocalDate.of(2026, 10, 26);
    assertThat(TwinWindow.between(ISRAEL, SEATTLE, gap, gap.plusDays(4)).orElseThrow().least())
        .isEqualTo(Duration.ofHours(2));
    TwinWindow morning =
        new TwinWindow(ISRAEL.zone(), SUNDAY_TO_FRIDAY, LocalTime.of(8, 0), LocalTime.of(14, 0));
    assertThat(TwinWindow.between(morning, SEATTLE, FIRST, LAST)).isEmpty();
  }

  @Test
  void twinsShareALanguageHoursAndTopics() {
    TwinClasses.Candidate one = candidate("IL", "9a", ISRAEL, List.of("he", "en"), "chess");
    TwinClasses.Candidate hebrewOnly = candidate("IL", "9b", ISRAEL, List.of("he"), "chess");
    TwinClasses.Candidate twin = candidate("US", "g9", SEATTLE, List.of("en"), "chess");

    TwinClasses.Result result = twins().compose(List.of(hebrewOnly, one, twin), OCCASION);

    assertThat(result.twins()).hasSize(1);
    TwinClasses.Twins twins = result.twins().get(0);
    assertThat(twins.language()).isEqualTo("en");
    assertThat(twins.shared()).containsExactly(topic("chess"));
    assertThat(twins.proposal().circle()).isEqualTo(Circle.WORLD);
    assertThat(result.left()).containsExactly(new ClassroomId("9b"));
  }

  @Property(tries = 100)
  void noOtherTwinsGiveMoreInTwoCountriesAndNoClassHasTwo(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TwinClasses.Candidate> one = drawnClasses(random, "IL", ISRAEL);
    List<TwinClasses.Candidate> other = drawnClasses(random, "US", SEATTLE);
    List<TwinClasses.Candidate> all = new ArrayList<>(one);
    all.addAll(other);

    TwinClasses.Result result = twins().compose(all, OCCASION);

    assertThat(result.isProvenBest()).isTrue();
    Set<ClassroomId> seen = new HashSet<>(result.left());
    result
        .twins()
        .forEach(
            each -> {
              assertThat(seen.add(each.one())).isTrue();
              assertThat(seen.add(each.other())).isTrue();
              assertThat(each.proposal().circle()).isEqualTo(Circle.WORLD);
            });
    assertThat(seen).hasSize(all.size());
    int total = result.twins().stream().mapToInt(TwinClasses.Twins::points).sum();
    assertThat(total).isEqualTo(best(one, other, 0, new HashSet<>()));
  }

  private static int best(
      List<TwinClasses.Candidate> one,
      List<TwinClasses.Candidate> other,
      int from,
      Set<TwinClasses.Candidate> taken) {
    if (from == one.size()) {
      return 0;
    }
    int best = best(one, other, from + 1, taken);
    for (TwinClasses.Candidate each : other) {
      int points = points(one.get(from).party().profile(), each.party().profile());
      if (points > 0 && taken.add(each)) {
        best = Math.max(best, points + best(one, other, from + 1, taken));
        taken.remove(each);
      }
    }
    return best;
  }

  private static int points(Profile a, Profile b) {
    Set<TopicId> shared = new HashSet<>();
    a.growthAreas().forEach(each -> shared.add(each.topic()));
    Set<TopicId> theirs = new HashSet<>();
    b.growthAreas().forEach(each -> theirs.add(each.topic()));
    shared.retainAll(theirs);
    return FORMULA.between(a, b).points()
        + FORMULA.between(b, a).points()
        + 100 * Math.min(3, shared.size());
  }

  private static TwinClasses twins() {
    return new TwinClasses(TAXONOMY, AffinityRule.STANDARD, FIRST, LAST, Duration.ofMinutes(45));
  }

  private static List<TwinClasses.Candidate> drawnClasses(
      SplittableRandom random, String country, TwinWindow window) {
    List<TwinClasses.Candidate> classes = new ArrayList<>();
    for (int i = 0; i < random.nextInt(5); i++) {
      classes.add(
          new TwinClasses.Candidate(
              party(
                  Kind.CLASSROOM,
                  country + i,
                  Home.in(
                      country,
                      new CityId(country),
                      new SchoolId(country),
                      new ClassroomId(country + i)),
                  drawn(random)),
              List.of("en"),
              window));
    }
    return classes;
  }

  private static TwinClasses.Candidate candidate(
      String country, String id, TwinWindow window, List<String> languages, String topic) {
    Home home = Home.in(country, new CityId(country), new SchoolId(country), new ClassroomId(id));
    return new TwinClasses.Candidate(
        party(Kind.CLASSROOM, id, home, wants(topic, 4).profile()), languages, window);
  }
}
