package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.SourceUnavailableException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** As of when, at what cost, and what of a host that is down: SRC-4 to SRC-6. */
abstract class SourceAnswerCases extends SourcePagingCases {
  /** What a call may cost beyond what a small one costs: parts of a long list of ids. */
  private static final long SPARE_STATEMENTS = 4;

  private static final int MOST_STATEMENTS = 60;

  @TestFactory
  Stream<DynamicTest> src4_asOfIsNotLaterThanTheBeginning() {
    return each(
        scene -> {
          List<String> ids = scene.add(3);
          for (Selection selection : selections(ids)) {
            List<Instant> before = new ArrayList<>();
            scene
                .clock()
                .whenAsked(
                    it -> {
                      if (before.isEmpty()) {
                        before.add(it.clock().last());
                      }
                    },
                    scene);
            Instant asOf = scene.read(selection).asOf();
            scene.clock().whenAsked(null, scene);
            // The first moment that the sources were told is a millisecond after this one.
            Instant latest = before.isEmpty() ? scene.clock().last() : before.get(0).plusMillis(1);
            assertThat(asOf).as("asOf of %s", selection).isBeforeOrEqualTo(latest);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src4_whatCameBeforeAsOfIsReturned() {
    return each(
        scene -> {
          scene.add(3);
          Map<String, Instant> came = new HashMap<>();
          scene
              .clock()
              .whenAsked(it -> it.add(1).forEach(id -> came.put(id, it.clock().last())), scene);
          Batch<? extends HostRecord> page = scene.read(Selection.first());
          scene.clock().whenAsked(null, scene);
          assumeTrue(!came.isEmpty(), "asOf is taken from another clock");
          came.values().removeIf(each -> !each.isBefore(page.asOf()));
          assertThat(ids(page)).containsAll(came.keySet());
        });
  }

  @TestFactory
  Stream<DynamicTest> src4_whoLeftBeforeAsOfIsNotReturned() {
    return each(
        scene -> {
          List<String> ids = new ArrayList<>(scene.add(9));
          for (Selection selection : selections(ids.subList(0, 9))) {
            Map<String, Instant> left = new HashMap<>();
            scene
                .clock()
                .whenAsked(
                    it -> {
                      if (!ids.isEmpty()) {
                        String id = ids.remove(0);
                        it.remove(id);
                        left.put(id, it.clock().last());
                      }
                    },
                    scene);
            Batch<? extends HostRecord> batch;
            try {
              batch = scene.read(selection);
            } finally {
              scene.clock().whenAsked(null, scene);
            }
            left.values().removeIf(each -> !each.isBefore(batch.asOf()));
            assertThat(ids(batch)).doesNotContainAnyElementsOf(left.keySet());
          }
        });
  }

  /** By ids, and a page of all. */
  private static List<Selection> selections(List<String> ids) {
    return List.of(Selection.byIds(Set.copyOf(ids)), Selection.first());
  }

  @TestFactory
  Stream<DynamicTest> src5_aPageCostsWhatASmallOneCosts() {
    return each(
        scene -> {
          scene.add(300);
          long few = cost(scene, new Selection.OfAll(null, 2));
          long many = cost(scene, new Selection.OfAll(null, 300));
          assertThat(many).as("statements of 300 records").isLessThan(few + SPARE_STATEMENTS);
        });
  }

  @TestFactory
  Stream<DynamicTest> src5_manyIdsCostWhatFewCost() {
    return each(
        scene -> {
          List<String> ids = scene.add(300);
          long few = cost(scene, Selection.byIds(Set.copyOf(ids.subList(0, 2))));
          long many = cost(scene, Selection.byIds(Set.copyOf(ids)));
          assertThat(many).as("statements of 300 ids").isLessThan(few + SPARE_STATEMENTS);
        });
  }

  private static long cost(Scene scene, Selection selection) {
    OptionalLong before = scene.host().statements();
    assumeTrue(before.isPresent(), "the host does not count its statements");
    scene.read(selection);
    long cost = scene.host().statements().orElseThrow() - before.getAsLong();
    assertThat(cost).as("statements counted").isPositive();
    return cost;
  }

  @TestFactory
  Stream<DynamicTest> src6_aHostThatIsGoneIsUnavailable() {
    return each(
        scene -> {
          List<String> ids = scene.add(3);
          assumeTrue(scene.host().failAfter(0), "the host cannot be made to fail");
          for (Selection selection : selections(ids)) {
            Throwable thrown = thrownBy(() -> scene.read(selection));
            assertThat(thrown).isExactlyInstanceOf(SourceUnavailableException.class);
            assertThat(thrown).message().isNotBlank();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src6_aHostThatGoesWhileReadingNeverAnswersWithLess() {
    return each(
        scene -> {
          List<String> ids = scene.add(5);
          for (Selection selection : selections(ids)) {
            Set<HostRecord> whole = Set.copyOf(scene.read(selection).records());
            boolean answered = false;
            for (int answers = 0; !answered && answers < MOST_STATEMENTS; answers++) {
              assumeTrue(scene.host().failAfter(answers), "the host cannot be made to fail");
              try {
                assertThat(Set.<HostRecord>copyOf(scene.read(selection).records()))
                    .as("after %s statements", answers)
                    .isEqualTo(whole);
                answered = true;
              } catch (SourceUnavailableException expected) {
                assertThat(expected.code()).isEqualTo("source-unavailable");
              } finally {
                scene.host().recover();
              }
            }
            assertThat(answered).as("an answer once all statements are").isTrue();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src6_aHostThatIsBackAnswersInFull() {
    return each(
        scene -> {
          List<String> ids = scene.add(4);
          assumeTrue(scene.host().failAfter(0), "the host cannot be made to fail");
          thrownBy(() -> scene.read(Selection.first()));
          thrownBy(() -> scene.byIds(ids));
          scene.host().recover();
          assertThat(scene.byIds(ids)).containsExactlyInAnyOrderElementsOf(ids);
          assertThat(scene.all(3)).containsAll(ids);
        });
  }

  static Throwable thrownBy(Callable<?> call) {
    try {
      Object returned = call.call();
      throw new AssertionError("Answered with " + returned + ".");
    } catch (Exception thrown) {
      return thrown;
    }
  }
}
