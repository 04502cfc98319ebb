package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.journey.MovingClock;
import org.educationcities.journey.Stage;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.privacy.PrivacyServices;
import org.educationcities.profile.Party;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.Session;
import org.educationcities.round.BestTotalAllocator;
import org.educationcities.round.RoundId;
import org.educationcities.round.Snapshots;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Query;
import org.educationcities.storage.memory.MemoryStorage;
import org.educationcities.view.Views;
import org.junit.jupiter.api.Test;

/** Whoever is shown something of a child names themselves, may see it, and is in the audit. */
class ReadsTest {
  private static final String NOBODYS = "it tells of nobody";
  private static final String COMPUTES =
      "what the host or the library computes with and shows to nobody; what is shown has an actor";
  private static final String PART = "a service, a source or what carries them; it reads nothing";
  private static final String WITHIN = "within a transaction that does more, in an actor's name";

  /** Every public method of a service that takes no actor, and why. */
  private static final Map<String, String> WITHOUT_ACTOR = new TreeMap<>();

  static {
    because(
        COMPUTES,
        "Profiles.of",
        "Profiles.all",
        "Quests.of",
        "Quests.all",
        "Quests.wishesOf",
        "Quests.allWishes",
        "Snapshots.take",
        "Snapshots.takeFor",
        "Collaborations.find",
        "Collaborations.forEach",
        "Collaborations.ofOrigin",
        "Collaborations.placementsIn",
        "Collaborations.placementsOf",
        "Placements.placesOf",
        "Learning.moveOf",
        "Safeguarding.isKeptApart",
        "Safeguarding.overrideFor");
    because(
        NOBODYS,
        "Offers.calendarOf",
        "Offers.find",
        "Offers.ofCity",
        "Offers.ofTerm",
        "Offers.sessionsOf",
        "Offers.taxonomy",
        "Offers.term",
        "Rounds.find",
        "Safeguarding.policy",
        "Retention.types",
        "Retention.withoutTime");
    because(
        PART,
        "PrivacyServices.audit",
        "PrivacyServices.erasure",
        "PrivacyServices.export",
        "PrivacyServices.retention",
        "Registry.sources",
        "Rounds.repairs",
        "Views.educators",
        "Views.figures",
        "Views.guardians",
        "Views.planners",
        "Views.providers");
    because(
        WITHIN,
        "Profiles.change",
        "Profiles.merge",
        "Quests.merge",
        "Safeguarding.merge",
        "Safeguarding.part");
  }

  /** Services none of whose own methods takes an actor. */
  private static final Set<Class<?>> SERVICES_OF_SERVICES =
      Set.of(PrivacyServices.class, Snapshots.class, Views.class);

  private static void because(String why, String... methods) {
    Arrays.stream(methods).forEach(each -> WITHOUT_ACTOR.put(each, why));
  }

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
  private final Stage stage = Stage.open(clock, 3, storage, new MemoryKeys()).safe();
  private final EducationCities cities = stage.cities();

  @Test
  void everyPublicMethodOfAServiceTakesAnActorOrSaysWhyNot() {
    Set<String> without = new TreeSet<>();
    for (Class<?> service : services()) {
      for (Method method : service.getDeclaredMethods()) {
        boolean shown =
            Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
        if (shown && !Arrays.asList(method.getParameterTypes()).contains(Actor.class)) {
          without.add(service.getSimpleName() + "." + method.getName());
        }
      }
    }
    assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_ACTOR.keySet());
  }

  /** What {@code EducationCities} gives, and what that gives in turn. */
  private Set<Class<?>> services() {
    Set<Class<?>> services = new LinkedHashSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(List.of(EducationCities.class));
    while (!open.isEmpty()) {
      for (Method each : open.pop().getMethods()) {
        Class<?> given = each.getReturnType();
        boolean service =
            each.getParameterCount() == 0
                && given.getPackageName().startsWith("org.educationcities.")
                && Modifier.isFinal(given.getModifiers())
                && (SERVICES_OF_SERVICES.contains(given) || takesActors(given));
        if (service && services.add(given)) {
          open.add(given);
        }
      }
    }
    return services;
  }

  private static boolean takesActors(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(each -> Arrays.asList(each.getParameterTypes()).contains(Actor.class));
  }

  @Test
  void whateverIsShownOfAChildIsInTheAuditAndOnlyToWhoMaySeeIt() {
    LearnerId noa = SmallCity.add(cities, "learner-noa", "theatre");
    stage.learners(noa.value(), "learner-dan");
    cities
        .quests()
        .put(
            Stage.guardianOf(noa),
            List.of(new Quest(new QuestId("q1"), noa, "to act", Set.of(new TopicId("theatre")))));
    RoundId round = new RoundId("round-1");
    cities
        .rounds()
        .draft(
            SmallCity.PLANNER,
            round,
            cities.snapshots().take(SmallCity.TERM),
            new BestTotalAllocator());
    cities.rounds().publish(SmallCity.PLANNER, round);
    stage.permit(noa);
    CollaborationId placement = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    Session session = stage.now(placement).sessions().get(0);

    Map<String, Consumer<Actor>> reads = new LinkedHashMap<>();
    reads.put("profile", actor -> cities.profiles().of(actor, Party.of(noa)));
    reads.put("quests", actor -> cities.quests().of(actor, noa));
    reads.put("wishes", actor -> cities.quests().wishesOf(actor, noa));
    reads.put("export", actor -> cities.privacy().export().of(actor, Person.of(noa)));
    reads.put("permissions", actor -> cities.safeguarding().permissionsOf(actor, noa));
    reads.put(
        "recommendations",
        actor -> cities.recommendations().forLearner(actor, noa, SmallCity.TERM.id(), 5));
    reads.put("explanation", actor -> cities.explanations().why(actor, round, noa, Stage.STAGE));
    reads.put(
        "guardian-view", actor -> cities.views().guardians().of(actor, noa)); // permissions too
    for (Map.Entry<String, Consumer<Actor>> each : reads.entrySet()) {
      each.getValue().accept(Stage.self(noa)); // may; whether the audit tells of it is no matter
      Actor guardian = Stage.guardianOf(noa);
      each.getValue().accept(guardian);
      assertThat(told("read " + each.getKey(), guardian)).as(each.getKey()).isEqualTo(1);
      LearnerId dan = new LearnerId("learner-dan");
      for (Actor stranger :
          List.of(Stage.self(dan), Stage.guardianOf(dan), new Actor("mentor-2", Role.MENTOR))) {
        assertThatThrownBy(() -> each.getValue().accept(stranger))
            .as("%s by %s", each.getKey(), stranger.role())
            .isInstanceOf(ForbiddenException.class);
      }
    }
    Map<String, Consumer<Actor>> byOthers = new LinkedHashMap<>();
    byOthers.put(
        "expected", actor -> cities.arrivals().expected(actor, session.start(), session.end()));
    byOthers.put("provider-view", actor -> cities.views().providers().of(actor, placement));
    byOthers.forEach(
        (what, read) -> {
          read.accept(Stage.MENTOR);
          assertThat(told("read " + what, Stage.MENTOR)).as(what).isEqualTo(1);
        });
    Actor administrator = SmallCity.ADMINISTRATOR;
    cities.shown().collaboration(administrator, placement);
    cities.shown().placementsOf(administrator, noa);
    cities.shown().places(administrator, Stage.STAGE);
    for (String each : List.of("collaboration", "placements", "places")) {
      assertThat(told("read " + each, administrator)).as(each).isEqualTo(1);
    }
    assertThat(cities.audit().verify(Stage.LEAD).findings()).isEmpty();
  }

  @Test
  void aGuardianSpeaksForTheirOwnChildrenOnly() {
    LearnerId noa = stage.learners("learner-noa").get(0);
    LearnerId dan = stage.learners("learner-dan").get(0);
    Quest quest = new Quest(new QuestId("q1"), noa, "to act", Set.of(new TopicId("theatre")));
    assertThatThrownBy(() -> cities.quests().put(Stage.guardianOf(dan), List.of(quest)))
        .isInstanceOf(ForbiddenException.class);
    assertThat(cities.quests().of(noa)).isEmpty();
  }

  private long told(String what, Actor by) {
    String entry = "\"role\":\"" + by.role() + "\"";
    String act = "\"what\":\"" + what + "\"";
    List<String> entries =
        storage.inTransaction(
            Space.DEFAULT,
            unit ->
                unit.query(Query.over("audit-entry").limit(1000).build()).entities().stream()
                    .map(each -> new String(each.payload(), StandardCharsets.UTF_8))
                    .collect(Collectors.toList()));
    return entries.stream().filter(each -> each.contains(entry) && each.contains(act)).count();
  }
}
