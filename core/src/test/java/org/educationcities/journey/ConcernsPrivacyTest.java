package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.MemoryKeys;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.notification.RelayRule;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.privacy.ErasureReceipt;
import org.educationcities.safeguarding.Concern;
import org.educationcities.safeguarding.SafeguardingPolicy;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.spi.Space;
import org.educationcities.spi.notification.Message;
import org.educationcities.spi.storage.Query;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

/** A concern tells nobody but the safeguarding lead that it is there, and is not erased with it. */
class ConcernsPrivacyTest {
  private static final String WORDS = "canary-words";

  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final MemoryStorage storage = MemoryStorage.of(EducationCities.entityTypes());
  private final Stage stage = Stage.open(clock, 5, storage, new MemoryKeys()).safe();
  private final EducationCities cities = stage.cities();
  private final LearnerId noa = stage.learners("learner-noa").get(0);
  private final Actor guardian = Stage.guardianOf(noa);

  private String export(Actor actor, Person person) {
    return cities.privacy().export().of(actor, person);
  }

  private List<String> raw(String type) {
    return storage.inTransaction(
        Space.DEFAULT,
        unit ->
            unit.query(Query.over(type).limit(1000).build()).entities().stream()
                .map(
                    each ->
                        each.id()
                            + each.index()
                            + new String(each.payload(), StandardCharsets.ISO_8859_1))
                .toList());
  }

  @Test
  void itIsSealedWhomeverItNamesOrNobody() {
    cities.concerns().raise(Stage.self(noa), noa, Stage.MENTOR.id(), WORDS);
    cities.concerns().raise(guardian, null, Stage.MENTOR.id(), WORDS);
    cities.concerns().raise(Stage.THEATRE, null, null, WORDS);

    assertThat(raw("concern")).hasSize(3);
    for (String type : List.of("concern", "outbox-event")) {
      assertThat(raw(type))
          .allSatisfy(
              each ->
                  assertThat(each)
                      .doesNotContain(WORDS, Stage.MENTOR.id(), "learner-noa", "provider-stage"));
    }
    assertThat(cities.concerns().open(Stage.LEAD)).extracting(Concern::words).containsOnly(WORDS);
  }

  @Test
  void nobodysExportTellsOfItOrThatThereIsOne() {
    stage.permit(noa);
    Person mentor = Person.adult(Stage.MENTOR.id());
    Person parent = Person.guardian(guardian.id());
    Actor asMentor = new Actor(Stage.MENTOR.id(), Role.MENTOR);
    cities.concerns().raise(Stage.self(noa), noa, Stage.MENTOR.id(), WORDS);
    cities.concerns().raise(Stage.self(noa), noa, guardian.id(), WORDS);

    for (String each :
        List.of(
            export(guardian, Person.of(noa)), // one is about the very guardian who asks
            export(Stage.self(noa), Person.of(noa)),
            export(asMentor, mentor),
            export(guardian, parent))) {
      assertThat(each)
          .doesNotContain(WORDS, "\"concern\"", "concern.raised", "CONCERN_RAISED")
          .contains("\"withheld\"", "Ask the safeguarding lead");
    }
    LearnerId dan = stage.learners("learner-dan").get(0);
    assertThat(withheld(export(Stage.self(dan), Person.of(dan))))
        .isEqualTo(withheld(export(guardian, Person.of(noa))));
  }

  private static String withheld(String export) {
    int from = export.indexOf("\"withheld\"");
    return export.substring(from, export.indexOf(']', from));
  }

  @Test
  void itStaysWhenSomebodyNamedInItIsErased() {
    cities.concerns().raise(guardian, noa, Stage.MENTOR.id(), WORDS);
    LearnerId dan = stage.learners("learner-dan").get(0);
    List<ErasureReceipt> receipts = new ArrayList<>();
    for (Person each :
        List.of(
            Person.of(noa),
            Person.of(dan),
            Person.guardian(guardian.id()),
            Person.adult(Stage.MENTOR.id()))) {
      receipts.add(cities.privacy().erasure().erase(SmallCity.ADMINISTRATOR, each));
    }

    assertThat(receipts)
        .allSatisfy(
            each -> {
              assertThat(each.kept().toString()).contains("concerns: ");
              assertThat(each.removed()).doesNotContainKey("concern");
              assertThat(each.changed()).doesNotContainKey("concern");
            });
    assertThat(receipts.get(0).kept()).isEqualTo(receipts.get(1).kept());
    assertThat(cities.concerns().open(Stage.LEAD))
        .extracting(Concern::words, each -> each.about().orElse(""))
        .containsExactly(org.assertj.core.groups.Tuple.tuple(WORDS, Stage.MENTOR.id()));
    assertThat(cities.audit().verify(Stage.LEAD).findings()).isEmpty();
  }

  @Test
  void itEndsWithThePolicysTimeFromWhenItWasClosed() {
    String id = cities.concerns().raise(guardian, noa, Stage.MENTOR.id(), WORDS);
    cities.safeguarding().install(Stage.LEAD, policy());
    clock.pass(Duration.ofDays(100));
    assertThat(cities.privacy().retention().run(SmallCity.ADMINISTRATOR).removed())
        .containsEntry("concern", 0);
    cities.concerns().close(Stage.LEAD, id);
    clock.pass(Duration.ofDays(29));
    assertThat(cities.privacy().retention().run(SmallCity.ADMINISTRATOR).kept())
        .containsEntry("concern", 1);
    clock.pass(Duration.ofDays(2));
    assertThat(cities.privacy().retention().run(SmallCity.ADMINISTRATOR).removed())
        .containsEntry("concern", 1);
    assertThat(raw("concern")).isEmpty();
  }

  private static SafeguardingPolicy policy() {
    return SamplePolicy.of(2).retention("concern", Duration.ofDays(30)).build();
  }

  @Test
  void itsMessageGoesToTheLeadAloneAndSaysNothing() throws InterruptedException {
    stage.permit(noa);
    CollaborationId placement = stage.accepted(noa);
    cities.confirmations().confirmAll(SmallCity.PLANNER, List.of(placement));
    clock.to("2026-08-20T23:00:00Z"); // at night
    cities.concerns().raiseAndBlock(Stage.self(noa), noa, Stage.MENTOR.id(), WORDS);
    List<Message> sent = new ArrayList<>();
    var relay = cities.relay(new TakingChannel(sent), RelayRule.STANDARD);
    while (relay.deliverDue(500).sent() > 0) {
      // until nothing is due
    }
    List<Message> concerns =
        sent.stream().filter(each -> each.kind().equals("concern.raised")).toList();
    assertThat(concerns).hasSize(1);
    assertThat(concerns.get(0).recipient()).isEqualTo("role/safeguarding-lead");
    assertThat(concerns.get(0).parameters())
        .containsEntry("except", Stage.MENTOR.id())
        .doesNotContainValue("learner-noa");
    assertThat(concerns.toString()).doesNotContain(WORDS);
    assertThat(sent)
        .filteredOn(each -> each.recipient().equals("adult/" + Stage.MENTOR.id()))
        .extracting(Message::kind)
        .containsExactly("collaboration.suspended"); // told that it is so, never why
  }

  @Test
  void whoReadsItIsInTheAudit() {
    cities.concerns().raise(guardian, noa, Stage.MENTOR.id(), WORDS);
    cities.concerns().open(Stage.LEAD);
    assertThat(raw("audit-entry")).anyMatch(each -> each.contains("read concern"));
  }
}
