package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.WrongKeysException;
import org.educationcities.profile.Quest;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.Transaction;
import org.educationcities.storage.memory.MemoryStorage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedCityTest {
  private final MemoryStorage memory = MemoryStorage.of(EducationCities.entityTypes());

  @Test
  void everyKindSaysWhoseDataItHolds() {
    assertThat(AllKinds.kinds())
        .allSatisfy(
            kind ->
                assertThat(kind.saysWhoseItIs())
                    .as("%s calls personal(...) or impersonal()", kind.type().name())
                    .isTrue());
    assertThat(AllKinds.kinds().stream().map(Kind::type).distinct())
        .hasSameSizeAs(EducationCities.entityTypes());
  }

  @Test
  void aStorageThatIsDurableNeedsAChoice() {
    Storage durable = new Durable(memory);
    assertThatThrownBy(() -> EducationCities.builder().storage(durable).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no key source was chosen");
    assertThatCode(() -> EducationCities.builder().storage(durable).unsealed().build().close())
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> EducationCities.builder().keys(new MemoryKeys()).unsealed().build())
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void aSealedStoreOpensWithItsOwnKeysOnly() {
    MemoryKeys keys = new MemoryKeys();
    EducationCities.builder().storage(memory).keys(keys).build().close();
    assertThatCode(() -> EducationCities.builder().storage(memory).keys(keys).build().close())
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> EducationCities.builder().storage(memory).keys(new MemoryKeys()).build())
        .isInstanceOf(WrongKeysException.class);
    assertThatThrownBy(() -> EducationCities.builder().storage(memory).build())
        .isInstanceOf(WrongKeysException.class);
  }

  @Test
  void nothingOfAChildCanBeReadInTheStorage() {
    try (EducationCities cities =
        EducationCities.builder()
            .storage(memory)
            .keys(new MemoryKeys())
            .clock(SmallCity.CLOCK)
            .build()) {
      cities.registry().take(SmallCity.ADMINISTRATOR, SmallCity.roster(List.of()));
      cities.offers().putTopics(SmallCity.ADMINISTRATOR, SmallCity.topics());
      LearnerId noa = SmallCity.add(cities, "learner-1", "theatre");
      cities
          .quests()
          .put(
              SmallCity.ADMINISTRATOR,
              List.of(
                  new Quest(
                      new QuestId("q1"), noa, "canary-words", Set.of(new TopicId("theatre")))));
      assertThat(cities.quests().of(noa)).hasSize(1);
    }
    for (String type : List.of("learner", "profile", "quest")) {
      List<Entity> raw =
          memory.inTransaction(
              Space.DEFAULT, each -> each.query(Query.over(type).build()).entities());
      assertThat(raw).isNotEmpty();
      assertThat(raw)
          .allSatisfy(
              each ->
                  assertThat(new String(each.payload(), StandardCharsets.ISO_8859_1))
                      .doesNotContain("learner-1", "canary-words", "2014", "theatre"));
    }
  }

  /** Says that it is durable; whether it is matters to no test here. */
  private record Durable(Storage storage) implements Storage {
    @Override
    public <T extends @Nullable Object> T inTransaction(
        Space space, Function<? super Transaction, ? extends T> work) {
      return storage.inTransaction(space, work);
    }

    @Override
    public Set<StorageCapability> capabilities() {
      return EnumSet.of(StorageCapability.DURABLE);
    }

    @Override
    public void close() {}
  }
}
