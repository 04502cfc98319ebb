package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.educationcities.EducationCities;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.people.LearnerId;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageCapability;
import org.educationcities.spi.storage.Transaction;
import org.educationcities.storage.memory.MemoryStorage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a batch of confirmations rests on is read once a kind, not once a placement. */
class ConfirmationReadsTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");

  @Test
  void readsAsOftenForTwelveAsForTwo() {
    assertThat(readsOfConfirming(12)).isNotEmpty().isEqualTo(readsOfConfirming(2));
  }

  /** How often each type was looked up by id while so many were confirmed. */
  private Map<String, Integer> readsOfConfirming(int many) {
    Map<String, Integer> reads = new TreeMap<>();
    Storage storage = counting(MemoryStorage.of(EducationCities.entityTypes()), reads);
    Stage stage = Stage.openUnsealed(clock, many, storage).safe();
    List<LearnerId> learners =
        stage.learners(
            IntStream.range(0, many).mapToObj(each -> "learner-" + each).toArray(String[]::new));
    stage.permitAll(learners);
    List<CollaborationId> accepted = learners.stream().map(stage::accepted).toList();
    reads.clear();

    assertThat(stage.cities().confirmations().confirmAll(SmallCity.PLANNER, accepted).confirmed())
        .hasSize(many);
    return Map.copyOf(reads);
  }

  private static Storage counting(Storage storage, Map<String, Integer> reads) {
    return new Storage() {
      @Override
      public <T extends @Nullable Object> T inTransaction(
          Space space, Function<? super Transaction, ? extends T> work) {
        return storage.<T>inTransaction(space, each -> work.apply(counting(each, reads)));
      }

      @Override
      public Set<StorageCapability> capabilities() {
        return storage.capabilities();
      }

      @Override
      public void close() {
        storage.close();
      }
    };
  }

  private static Transaction counting(Transaction transaction, Map<String, Integer> reads) {
    return (Transaction)
        Proxy.newProxyInstance(
            Transaction.class.getClassLoader(),
            new Class<?>[] {Transaction.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("find")) {
                reads.merge((String) arguments[0], 1, Integer::sum);
              }
              try {
                return method.invoke(transaction, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
