package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.LocalityRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance kit for host sources: extend it, say how the host is played, and run it with your
 * own build. Each case is named after the rule of {@link org.educationcities.spi.source.Source} it
 * tests, and runs once for each kind of record, on a host of its own.
 *
 * <pre>{@code
 * class MySourcesTest extends SourceKit {
 *   @Override
 *   protected PlayedHost freshHost(InstantSource clock) {
 *     return new MyPlayedHost(clock);
 *   }
 * }
 * }</pre>
 *
 * <p>What a host cannot be made to do ({@link PlayedHost}) is skipped, and the report of the run
 * says so. Rules that no case can test are listed by {@link #UNTESTABLE}.
 */
public abstract class SourceKit extends SourceIdCases {

  /** The rules that this kit cannot test, and why. */
  public static final List<String> UNTESTABLE =
      List.of(
          "SRC-1 beyond one run: that an id stays for ever.",
          "SRC-4 of a replica: how far it lags is known to the host alone; and where asOf comes from"
              + " another clock than the one given, that nothing came before it unseen.",
          "SRC-5 where the host does not count its statements.",
          "SRC-8 for what is served by others than these sources.",
          "SRC-9 beyond the threads of one run.",
          "That reading writes nothing: the kit does not know the host's tables.",
          "That a batch in hand never changes: the types of spi see to it.");

  /** For the vendor's class. */
  protected SourceKit() {}

  /** Everything that is served, by kind and id. */
  private final class Everything {
    private final Map<SourceKind, Set<String>> ids = new EnumMap<>(SourceKind.class);
    private final List<HostRecord> records = new ArrayList<>();
    private final Set<String> localities = new HashSet<>();

    Everything(HostSources sources) {
      for (SourceKind kind : kinds()) {
        Set<String> own = new HashSet<>();
        @Nullable String after = null;
        do {
          var page = kind.read(sources, new Selection.OfAll(after, Selection.MAX_SIZE));
          page.records().forEach(each -> own.add(each.id()));
          records.addAll(page.records());
          after = page.next().orElse(null);
        } while (after != null);
        ids.put(kind, own);
      }
      for (HostRecord each : records) {
        if (each instanceof CityRecord city) {
          city.localities().stream().map(LocalityRecord::id).forEach(localities::add);
        }
      }
    }

    private void known(HostRecord from, SourceKind kind, Iterable<String> named) {
      Set<String> served = ids.get(kind);
      if (served != null) {
        assertThat(served).as("every %s that %s names", kind, from).containsAll(named);
      }
    }

    private void known(HostRecord from, SourceKind kind, String named) {
      known(from, kind, List.of(named));
    }

    private void locality(HostRecord from, String named) {
      if (ids.containsKey(SourceKind.CITY)) {
        assertThat(localities).as("the locality that %s names", from).contains(named);
      }
    }

    void hangTogether() {
      for (HostRecord each : records) {
        if (each instanceof SchoolRecord school) {
          known(each, SourceKind.CITY, school.cityId());
          school.localityId().ifPresent(named -> locality(each, named));
        } else if (each instanceof ClassRecord some) {
          known(each, SourceKind.SCHOOL, some.schoolId());
          known(each, SourceKind.LEARNER, some.learnerIds());
          known(each, SourceKind.ADULT, some.educatorIds());
        } else if (each instanceof LearnerRecord learner) {
          known(each, SourceKind.CITY, learner.cityId());
          learner.schoolId().ifPresent(named -> known(each, SourceKind.SCHOOL, named));
          learner.mergedInto().ifPresent(named -> known(each, SourceKind.LEARNER, named));
        } else if (each instanceof GuardianRecord guardian) {
          guardian.relations().forEach(it -> known(each, SourceKind.LEARNER, it.learnerId()));
        } else if (each instanceof AdultRecord adult) {
          adult.schoolId().ifPresent(named -> known(each, SourceKind.SCHOOL, named));
        } else if (each instanceof ResourceRecord resource) {
          known(each, SourceKind.CITY, resource.cityId());
          resource.localityId().ifPresent(named -> locality(each, named));
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> src8_whatARecordNamesIsServedToo() {
    return each(
        scene -> {
          scene.add(7);
          new Everything(scene.sources()).hangTogether();
        });
  }

  @TestFactory
  Stream<DynamicTest> src8_nobodyNamesWhoLeft() {
    return each(
        scene -> {
          List<String> ids = scene.add(7);
          for (SourceKind other : kinds()) {
            scene.host().add(other, 3);
          }
          scene.remove(ids.get(0));
          scene.remove(ids.get(6));
          new Everything(scene.sources()).hangTogether();
        });
  }

  @Test
  void src8_whoIsMergedNamesWhoIsServed() throws Exception {
    play(
        SourceKind.LEARNER,
        scene -> {
          List<String> ids = scene.add(3);
          assumeTrue(scene.host().merge(ids.get(0), ids.get(1)), "learners are never merged");
          for (SourceKind other : kinds()) {
            scene.host().add(other, 2);
          }
          List<? extends HostRecord> merged =
              scene.read(Selection.byIds(Set.of(ids.get(0)))).records();
          for (HostRecord each : merged) {
            assertThat(((LearnerRecord) each).mergedInto()).contains(ids.get(1));
          }
          assertThat(scene.byIds(List.of(ids.get(1)))).containsExactly(ids.get(1));
          new Everything(scene.sources()).hangTogether();
        });
  }

  @Test
  void src8_mergesDoNotGoRound() throws Exception {
    play(
        SourceKind.LEARNER,
        scene -> {
          List<String> ids = scene.add(3);
          assumeTrue(scene.host().merge(ids.get(0), ids.get(1)), "learners are never merged");
          scene.host().merge(ids.get(1), ids.get(2));
          String at = ids.get(0);
          for (int steps = 0; steps < 3; steps++) {
            List<? extends HostRecord> found = scene.read(Selection.byIds(Set.of(at))).records();
            String next =
                found.isEmpty() ? at : ((LearnerRecord) found.get(0)).mergedInto().orElse(at);
            if (next.equals(at)) {
              break;
            }
            at = next;
          }
          assertThat(at).isIn(ids.get(0), ids.get(2));
        });
  }

  @TestFactory
  Stream<DynamicTest> src9_readersDoNotDisturbOneAnother() {
    return each(
        scene -> {
          List<String> ids = scene.add(8);
          ConcurrencyCases.together(
              8,
              thread ->
                  (Callable<Boolean>)
                      () -> {
                        String own = ids.get(thread);
                        for (int i = 0; i < 40; i++) {
                          assertThat(scene.byIds(List.of(own))).containsExactly(own);
                          if (i % 10 == thread) {
                            assertThat(scene.all(3)).doesNotHaveDuplicates().containsAll(ids);
                          }
                        }
                        return true;
                      });
        });
  }

  @TestFactory
  Stream<DynamicTest> src9_anErrorInOneThreadIsNotAnothers() {
    return each(
        scene -> {
          List<String> ids = scene.add(4);
          ConcurrencyCases.together(
              4,
              thread ->
                  (Callable<Boolean>)
                      () -> {
                        String asked = thread % 2 == 0 ? ids.get(thread) : "') OR ('a'='a";
                        for (int i = 0; i < 40; i++) {
                          assertThat(scene.byIds(List.of(asked))).hasSize(thread % 2 == 0 ? 1 : 0);
                        }
                        return true;
                      });
        });
  }

  @TestFactory
  Stream<DynamicTest> src10_closingLeavesTheHostOpen() {
    return each(
        scene -> {
          List<String> ids = scene.add(3);
          HostSources other = scene.host().open();
          other.close();
          assertThat(scene.byIds(ids)).hasSize(3);
          try (HostSources later = scene.host().open()) {
            assertThat(ids(scene.kind().read(later, Selection.byIds(Set.copyOf(ids))))).hasSize(3);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src10_closingTwiceDoesNothing() {
    return each(
        scene -> {
          HostSources other = scene.host().open();
          scene.kind().read(other, Selection.first());
          other.close();
          other.close();
        });
  }
}
