package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Setting;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.StorageContext;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Opening, closing, opening again: STO-14, STO-18, STO-19, STO-50 to STO-52. */
abstract class LifecycleCases extends ConcurrencyCases {

  @Test
  void sto18_afterCloseEveryTransactionIsRefused() {
    isolate();
    insert(item("a"));
    Storage storage = store();
    storage.close();
    illegalState(() -> storage.inTransaction(space(), t -> t.find(ITEM, Set.of("a"))));
    illegalState(() -> storage.inTransaction(space(), t -> "nothing"));
  }

  @Test
  void sto18_closingTwiceDoesNothing() {
    isolate();
    store().close();
    assertThatCode(() -> store().close()).doesNotThrowAnyException();
  }

  @Test
  void sto18_whatWasCommittedIsThereAfterReopening() {
    assumeCan(StorageCapability.DURABLE);
    byte[] big = new byte[Entity.MAX_PAYLOAD_BYTES];
    SeededValues.of(18).bytes(big);
    Entity a = insert(item("עיר\ud83c\udf93\t%", "lab", Long.MIN_VALUE));
    Entity b = insert(Entity.unstored(BARE, "b", Integer.MAX_VALUE, big, Map.of()));
    Entity gone = insert(item("gone", "lab", 2));
    delete(gone);
    Entity updated = update(withIndex(insert(item("u", "lab", 3)), item("u", "farm", 4).index()));
    Entity south = store().inTransaction(new Space("south"), t -> t.insert(item("a")));

    reopen();

    assertThat(read(a.id())).contains(a);
    assertThat(read(BARE, "b")).contains(b);
    assertThat(read("gone")).isEmpty();
    assertThat(read("u")).contains(updated);
    assertThat(store().<Object>inTransaction(new Space("south"), t -> t.find(ITEM, Set.of("a"))))
        .isEqualTo(Map.of("a", south));
    assertThat(ids(query().where("kind", "lab").build())).containsExactly(a.id());
    assertThat(ids(query().ascendingBy("rank").build())).containsExactly(a.id(), "u");
  }

  @Test
  void sto18_compareAndSetGoesOnAfterReopening() {
    assumeCan(StorageCapability.DURABLE);
    Entity first = insert(item("a"));
    Entity second = update(first);
    reopen();
    conflict(() -> update(first));
    assertThat(update(second).version()).isNotIn(first.version(), second.version());
  }

  @Test
  void sto18_reopeningManyTimesKeepsAll() {
    assumeCan(StorageCapability.DURABLE);
    for (int round = 0; round < 8; round++) {
      insert(item("r" + round, "lab", round));
      reopen();
    }
    assertThat(ids(query().where("kind", "lab").build())).hasSize(8);
  }

  @Test
  void sto18_whatFailedIsNotThereAfterReopening() {
    assumeCan(StorageCapability.DURABLE);
    Entity stale = insert(item("a"));
    update(stale);
    conflict(
        () ->
            in(
                t -> {
                  t.insert(item("b", "lab", 1));
                  t.query(query().build());
                  return t.update(stale);
                }));
    reopen();
    assertThat(read("b")).isEmpty();
    assertThat(ids(query().where("kind", "lab").build())).isEmpty();
  }

  @Test
  void sto18_withoutDurabilityNothingIsPretended() {
    isolate();
    assumeFalse(store().capabilities().contains(StorageCapability.DURABLE), "DURABLE is declared.");
    insert(item("a", "lab", 1));
    reopen();
    // All of it or nothing: a storage that keeps half of what it had is worse than either.
    boolean kept = read("a").isPresent();
    assertThat(ids(query().where("kind", "lab").build())).hasSize(kept ? 1 : 0);
  }

  @Test
  void sto19_aSecondOpenerIsRefused() {
    isolate();
    assumeTrue(settingsNameAMedium(), "Each opening has a medium of its own.");
    assumeFalse(
        store().capabilities().contains(StorageCapability.SHARED_BY_PROCESSES),
        "SHARED_BY_PROCESSES is declared.");
    Entity before = insert(item("a"));
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatExceptionOfType(StorageUnavailableException.class)
          .isThrownBy(() -> open(medium(), TYPES))
          .withMessageContaining("Maybe ");
    }
    assertThat(read("a")).contains(before);
    insert(item("b"));
    store().close();
    assertThatCode(() -> open(medium(), TYPES).close()).doesNotThrowAnyException();
  }

  @Test
  void sto19_openingsWithoutAMediumDoNotMeet() {
    isolate();
    assumeFalse(settingsNameAMedium(), "Settings name a medium.");
    insert(item("a"));
    Storage second = open(medium(), TYPES);
    assertThat(second.<Object>inTransaction(space(), t -> t.find(ITEM, Set.of("a"))))
        .isEqualTo(Map.of());
  }

  @Test
  void sto19_twoOpenersSeeEachOther() {
    assumeCan(StorageCapability.SHARED_BY_PROCESSES);
    Storage second = open(medium(), TYPES);
    Entity a = insert(item("a", "lab", 1));
    assertThat(second.<Object>inTransaction(space(), t -> t.find(ITEM, Set.of("a"))))
        .isEqualTo(Map.of("a", a));
    Entity newer = second.inTransaction(space(), t -> t.update(changed(a, 9)));
    conflict(() -> update(a));
    assertThat(read("a")).contains(newer);
  }

  @Test
  void sto4_twoOpenersNeverGiveOneVersionTwice() {
    assumeCan(StorageCapability.SHARED_BY_PROCESSES);
    Storage second = open(medium(), TYPES);
    Set<Long> versions = new HashSet<>();
    for (int round = 0; round < 30; round++) {
      Storage storage = round % 2 == 0 ? store() : second;
      Entity entity = storage.inTransaction(space(), t -> t.insert(item("a")));
      assertThat(versions.add(entity.version())).isTrue();
      (round % 3 == 0 ? store() : second)
          .inTransaction(
              space(),
              t -> {
                t.delete(entity);
                return null;
              });
    }
  }

  @Test
  void sto50_unknownSettingsAreRefusedAllAtOnce() {
    isolate();
    Map<String, String> values = new HashMap<>();
    Settings good = medium();
    good.names().forEach(name -> values.put(name, good.require(name)));
    values.put("no-such-setting", "x");
    values.put("nor-this-one", "y");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> factory().open(StorageContext.of(Settings.of(values), TYPES)))
        .satisfies(
            e -> {
              assertThat(e.problems()).hasSizeGreaterThanOrEqualTo(2);
              assertThat(e).hasMessageContaining("no-such-setting");
              assertThat(e).hasMessageContaining("nor-this-one");
            });
  }

  @Test
  void sto50_missingSettingsAreToldByName() {
    List<String> required =
        factory().settings().stream().filter(Setting::required).map(Setting::name).toList();
    assumeFalse(required.isEmpty(), "No setting is required.");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> factory().open(StorageContext.of(Settings.none(), TYPES)))
        .satisfies(e -> required.forEach(name -> assertThat(e).hasMessageContaining(name)));
  }

  @Test
  void sto50_secretsAreNotShown() {
    List<Setting> secrets = factory().settings().stream().filter(Setting::secret).toList();
    assumeFalse(secrets.isEmpty(), "No setting is secret.");
    Map<String, String> values = new HashMap<>();
    secrets.forEach(secret -> values.put(secret.name(), "s3cr3t-value"));
    values.put("no-such-setting", "x");
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> factory().open(StorageContext.of(Settings.of(values), TYPES)))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cr3t-value"));
  }

  @TestFactory
  Stream<DynamicTest> sto51_aMediumThatCannotBeUsedIsLeftAsItIs() throws Exception {
    return damagedMedia().stream()
        .map(
            medium ->
                DynamicTest.dynamicTest(
                    medium.name(),
                    () -> {
                      String before = medium.fingerprint().take();
                      assertThatExceptionOfType(StorageUnavailableException.class)
                          .isThrownBy(() -> open(medium.settings(), TYPES))
                          .satisfies(e -> assertThat(e).hasMessageContaining("Maybe "));
                      assertThat(medium.fingerprint().take()).isEqualTo(before);
                    }));
  }

  private static Set<EntityType> moreTypes() {
    Set<EntityType> types = new HashSet<>();
    for (EntityType type : TYPES) {
      Map<String, IndexType> indexes = new HashMap<>(type.indexes());
      if (type.name().equals(ITEM)) {
        indexes.put("added", IndexType.TEXT);
      }
      types.add(new EntityType(type.name(), indexes));
    }
    types.add(new EntityType("later", Map.of("kind", IndexType.TEXT)));
    return types;
  }

  @Test
  void sto52_moreTypesAndIndexesReadWhatFewerWrote() {
    assumeCan(StorageCapability.DURABLE);
    Entity a = insert(item("a", "lab", 1));
    reopen(moreTypes());

    assertThat(read("a")).contains(a);
    assertThat(ids(query().where("kind", "lab").build())).containsExactly("a");
    assertThat(ids(query().ascendingBy("added").build())).isEmpty();
    Map<String, IndexValue> index = new HashMap<>(a.index());
    index.put("added", IndexValue.of("now"));
    update(withIndex(a, index));
    assertThat(ids(query().where("added", "now").build())).containsExactly("a");
    insert(Entity.unstored("later", "l", 1, new byte[0], Map.of("kind", IndexValue.of("x"))));
    assertThat(ids(Query.over("later").where("kind", "x").build())).containsExactly("l");
  }

  @Test
  void sto52_fewerIndexesReadWhatMoreWrote() {
    assumeCan(StorageCapability.DURABLE);
    reopen(moreTypes());
    Map<String, IndexValue> index = new HashMap<>(item("a", "lab", 1).index());
    index.put("added", IndexValue.of("now"));
    Entity a = insert(item("a", index));
    reopen(TYPES);
    assertThat(read("a").orElseThrow().payload()).isEqualTo(a.payload());
    assertThat(ids(query().where("kind", "lab").build())).containsExactly("a");
    refused(() -> ids(query().where("added", "now").build()));
  }

  @Test
  void factory_namesItselfAndItsSettings() {
    assertThat(factory().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    List<String> names = new ArrayList<>();
    factory().settings().forEach(setting -> names.add(setting.name()));
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void capabilities_areAtLeastWhatTheFactoryPromised() {
    assertThat(store().capabilities()).containsAll(factory().capabilities());
    if (store().capabilities().contains(StorageCapability.SYNCED)) {
      assertThat(store().capabilities()).contains(StorageCapability.DURABLE);
    }
  }
}
