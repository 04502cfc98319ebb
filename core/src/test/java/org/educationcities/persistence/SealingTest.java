package org.educationcities.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.educationcities.MemoryKeys;
import org.educationcities.people.Person;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

class SealingTest {
  /** Made for this test: somebody's words, or those of several. */
  record Note(String id, Set<String> learners, String words) {}

  private static final Kind<Note> NOTE =
      Kind.named("note", Codec.json(Note.class), Note::id)
          .personal(
              new Personal<Note>() {
                @Override
                public Set<Person> people(Note note) {
                  return note.learners().stream()
                      .map(Person::learner)
                      .collect(Collectors.toUnmodifiableSet());
                }

                @Override
                public Optional<Note> without(Note note, Person who, String standIn) {
                  return Optional.empty();
                }
              })
          .build();

  private final MemoryStorage storage =
      MemoryStorage.of(Set.of(NOTE.type(), AuditEntry.KIND.type(), Erased.KIND.type()));
  private final MemoryKeys keys = new MemoryKeys();
  private final Store store = new Store(storage, Space.DEFAULT, keys, () -> Instant.EPOCH);

  @Test
  void whatIsPersonalIsUnreadableInTheStorageAndComesBackWhole() {
    Note note = new Note("n1", Set.of("noa"), "canary");
    store.run(unit -> unit.insert(NOTE, note));

    Entity raw = raw("n1");
    assertThat(text(raw)).doesNotContain("canary", "noa", "words");
    assertThat(raw.payload()[0]).isEqualTo(Envelope.FORMAT);
    assertThat(store.find(NOTE, "n1").map(Stored::value)).contains(note);
  }

  @Test
  void whatIsNobodysAndWhatIsStoredWithoutKeysIsReadable() {
    store.run(unit -> unit.insert(NOTE, new Note("n1", Set.of(), "open")));
    assertThat(text(raw("n1"))).contains("open");

    Store unsealed = new Store(storage, Space.DEFAULT);
    unsealed.run(unit -> unit.insert(NOTE, new Note("n2", Set.of("noa"), "plain")));
    assertThat(text(raw("n2"))).contains("plain");
    assertThat(store.find(NOTE, "n2").map(each -> each.value().words())).contains("plain");
  }

  @Test
  void theSameContentNeverGivesTheSameBytes() {
    Note note = new Note("n1", Set.of("noa"), "canary");
    Stored<Note> first = store.inTransaction(unit -> unit.insert(NOTE, note));
    byte[] before = raw("n1").payload();
    store.run(unit -> unit.update(NOTE, first, note));
    assertThat(raw("n1").payload()).isNotEqualTo(before);
  }

  @Test
  void aPayloadMovedToAnotherIdTypeOrSpaceOpensNoMore() {
    store.run(unit -> unit.insert(NOTE, new Note("n1", Set.of("noa"), "canary")));
    Entity raw = raw("n1");
    write(Entity.unstored("note", "n2", raw.format(), raw.payload(), Map.of()), Space.DEFAULT);
    assertThatThrownBy(() -> store.find(NOTE, "n2"))
        .isInstanceOf(CorruptEntityException.class)
        .hasMessageContaining("seal is broken");

    write(Entity.unstored("note", "n3", 0, raw.payload(), Map.of()), Space.DEFAULT);
    assertThatThrownBy(() -> store.find(NOTE, "n3")).isInstanceOf(CorruptEntityException.class);
  }

  @Test
  void everyBitOfAnEnvelopeCounts() {
    store.run(unit -> unit.insert(NOTE, new Note("n1", Set.of("noa"), "canary")));
    Entity raw = raw("n1");
    int nonce = 2 + Byte.toUnsignedInt(raw.payload()[1]);
    for (int i = nonce; i < raw.payloadSize(); i++) {
      byte[] changed = raw.payload();
      changed[i] ^= 1;
      String id = "changed-" + i;
      write(Entity.unstored("note", id, raw.format(), changed, Map.of()), Space.DEFAULT);
      assertThatThrownBy(() -> store.find(NOTE, id)).isInstanceOf(CorruptEntityException.class);
    }
  }

  @Test
  void whatADestroyedKeySealedIsNotThereAndIsNeverSealedAgain() {
    store.run(unit -> unit.insert(NOTE, new Note("n1", Set.of("noa"), "canary")));
    store.run(unit -> unit.insert(NOTE, new Note("n2", Set.of("dan"), "other")));
    String key = Objects.requireNonNull(Envelope.keyIdOf(raw("n1").payload()));
    assertThat(key).doesNotContain("noa");
    keys.destroy(Space.DEFAULT, key);

    assertThat(store.find(NOTE, "n1")).isEmpty();
    assertThat(store.find(NOTE, "n2")).isPresent();
    assertThatThrownBy(
            () -> store.run(unit -> unit.insert(NOTE, new Note("n3", Set.of("noa"), "again"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onePersonHasOneKeyAndSeveralHaveOneOfTheThingsOwn() {
    store.run(unit -> unit.insert(NOTE, new Note("n1", Set.of("noa"), "a")));
    store.run(unit -> unit.insert(NOTE, new Note("n2", Set.of("noa"), "b")));
    store.run(unit -> unit.insert(NOTE, new Note("n3", Set.of("noa", "dan"), "c")));
    assertThat(Envelope.keyIdOf(raw("n1").payload()))
        .isEqualTo(Envelope.keyIdOf(raw("n2").payload()));

    String before = Envelope.keyIdOf(raw("n3").payload());
    assertThat(before).startsWith("thing-");
    Stored<Note> seen = store.find(NOTE, "n3").orElseThrow();
    Note changed = new Note("n3", Set.of("noa", "dan"), "d");
    Stored<Note> same = store.inTransaction(unit -> unit.update(NOTE, seen, changed));
    assertThat(Envelope.keyIdOf(raw("n3").payload())).isEqualTo(before);
    store.run(unit -> unit.updateUnderNewKey(NOTE, same, changed));
    assertThat(Envelope.keyIdOf(raw("n3").payload())).startsWith("thing-").isNotEqualTo(before);
  }

  @Test
  void keysAreFetchedInBatchesAndForgottenWithTheUnit() {
    List<Note> notes =
        IntStream.range(0, 2000)
            .mapToObj(i -> new Note("n" + i, Set.of("learner-" + i), "words"))
            .toList();
    Upsert.all(store, NOTE, notes);
    // Four batches: in each the space's key for the pseudonyms, and the 500 keys in one go.
    assertThat(keys.callsSinceLast()).isLessThanOrEqualTo(8);

    Set<String> ids = Set.of("n1", "n2", "n3");
    assertThat(store.<Integer>inTransaction(unit -> unit.find(NOTE, ids).size())).isEqualTo(3);
    assertThat(keys.callsSinceLast()).isEqualTo(1);
    assertThat(store.<Integer>inTransaction(unit -> unit.find(NOTE, ids).size())).isEqualTo(3);
    assertThat(keys.callsSinceLast()).isEqualTo(1);
    assertThat(Upsert.all(store, NOTE, notes).unchanged()).isEqualTo(2000);
  }

  @Test
  void aSealedThingWithoutAKeySourceIsRefused() {
    store.run(unit -> unit.insert(NOTE, new Note("n1", Set.of("noa"), "canary")));
    assertThatThrownBy(() -> new Store(storage, Space.DEFAULT).find(NOTE, "n1"))
        .isInstanceOf(CorruptEntityException.class)
        .hasMessageContaining("no key source");
  }

  private Entity raw(String id) {
    return storage.inTransaction(
        Space.DEFAULT, transaction -> transaction.find("note", Set.of(id)).get(id));
  }

  private void write(Entity entity, Space space) {
    storage.inTransaction(space, transaction -> transaction.insert(entity));
  }

  private static String text(Entity entity) {
    return new String(entity.payload(), StandardCharsets.ISO_8859_1) + entity.index();
  }
}
