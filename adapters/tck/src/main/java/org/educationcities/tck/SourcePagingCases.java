package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ids that stay, and every record once, page after page: SRC-1 to SRC-3. */
abstract class SourcePagingCases extends SourceBench {

  @TestFactory
  Stream<DynamicTest> src1_idsStayWhenOthersComeAndGo() {
    return each(
        scene -> {
          List<String> ids = scene.add(6);
          Set<HostRecord> before = new HashSet<>(records(scene, ids.subList(1, 6)));
          scene.add(3);
          scene.remove(ids.get(0));
          assertThat(new HashSet<HostRecord>(records(scene, ids.subList(1, 6)))).isEqualTo(before);
        });
  }

  @TestFactory
  Stream<DynamicTest> src1_anIdIsTheSameRecordThroughOtherSources() {
    return each(
        scene -> {
          List<String> ids = scene.add(5);
          List<? extends HostRecord> before = records(scene, ids);
          try (HostSources again = scene.host().open()) {
            Batch<? extends HostRecord> other =
                scene.kind().read(again, Selection.byIds(Set.copyOf(ids)));
            assertThat(new HashSet<HostRecord>(other.records())).isEqualTo(new HashSet<>(before));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src1_anIdIsTheSameRecordByIdAndPageAfterPage() {
    return each(
        scene -> {
          Set<String> ids = Set.copyOf(scene.add(5));
          Set<HostRecord> paged = new HashSet<>();
          Batch<? extends HostRecord> page = scene.read(new Selection.OfAll(null, 1000));
          assumeTrue(page.next().isEmpty(), "the host has a thousand records of its own");
          page.records().stream().filter(each -> ids.contains(each.id())).forEach(paged::add);
          assertThat(new HashSet<HostRecord>(records(scene, List.copyOf(ids)))).isEqualTo(paged);
        });
  }

  @TestFactory
  Stream<DynamicTest> src1_theIdOfWhoLeftIsNotGivenToAnother() {
    return each(
        scene -> {
          List<String> ids = scene.add(3);
          scene.remove(ids.get(2));
          assertThat(scene.add(3)).doesNotContain(ids.get(2));
          assertThat(scene.byIds(List.of(ids.get(2)))).isEmpty();
        });
  }

  private static List<? extends HostRecord> records(Scene scene, List<String> ids) {
    return scene.read(Selection.byIds(Set.copyOf(ids))).records();
  }

  @TestFactory
  Stream<DynamicTest> src2_everyRecordAppearsOnceWhateverThePage() {
    return each(
        scene -> {
          List<String> added = scene.add(23);
          for (int limit : new int[] {1, 2, 7, 22, 23, 24, Selection.MAX_SIZE}) {
            List<String> seen = scene.all(limit);
            assertThat(seen).as("in pages of %s", limit).doesNotHaveDuplicates();
            assertThat(seen).as("in pages of %s", limit).containsAll(added);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src2_allPageSizesReturnTheSame() {
    return each(
        scene -> {
          scene.add(17);
          Set<String> whole = Set.copyOf(scene.all(Selection.MAX_SIZE));
          for (int limit = 1; limit <= 18; limit++) {
            assertThat(Set.copyOf(scene.all(limit))).as("in pages of %s", limit).isEqualTo(whole);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src2_moreThanThePageThatIsAllowed() {
    return each(
        scene -> {
          List<String> added = scene.add(Selection.MAX_SIZE + 1);
          List<String> seen = scene.all(Selection.MAX_SIZE);
          assertThat(seen).doesNotHaveDuplicates().containsAll(added);
        });
  }

  @TestFactory
  Stream<DynamicTest> src2_noPageIsLargerThanItsLimit() {
    return each(
        scene -> {
          scene.add(12);
          for (int limit : new int[] {1, 5, 11}) {
            scene.all(limit, page -> assertThat(page).hasSizeLessThanOrEqualTo(limit));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> src2_whileOthersCome() {
    return each(
        scene -> {
          List<String> there = scene.add(12);
          int[] came = {0};
          List<String> seen =
              scene.all(
                  3,
                  page -> {
                    if (came[0] < 10) { // an end must come in sight
                      came[0]++;
                      scene.add(1);
                    }
                  });
          assertThat(seen).doesNotHaveDuplicates().containsAll(there);
        });
  }

  @TestFactory
  Stream<DynamicTest> src2_whileOthersWhoWereReadLeave() {
    return each(
        scene -> {
          Set<String> added = new HashSet<>(scene.add(14));
          List<String> gone = new ArrayList<>();
          List<String> seen =
              scene.all(
                  2,
                  page -> {
                    String first = page.get(0);
                    if (added.contains(first) && gone.size() < 5) {
                      scene.remove(first);
                      gone.add(first);
                    }
                  });
          added.removeAll(gone);
          assertThat(gone).isNotEmpty();
          assertThat(seen).doesNotHaveDuplicates().containsAll(added);
        });
  }

  @TestFactory
  Stream<DynamicTest> src2_whereACursorStandsMayLeave() {
    return each(
        scene -> {
          Set<String> added = new HashSet<>(scene.add(10));
          List<String> gone = new ArrayList<>();
          List<String> seen =
              scene.all(
                  3,
                  page -> {
                    String last = page.get(page.size() - 1);
                    if (added.contains(last) && gone.isEmpty()) {
                      scene.remove(last);
                      gone.add(last);
                    }
                  });
          added.removeAll(gone);
          assertThat(seen).doesNotHaveDuplicates().containsAll(added);
        });
  }

  @TestFactory
  Stream<DynamicTest> src2_aCursorServesOtherSourcesOfTheSameHost() {
    return each(
        scene -> {
          List<String> added = scene.add(6);
          Batch<? extends HostRecord> first = scene.read(new Selection.OfAll(null, 3));
          List<String> seen = new ArrayList<>(ids(first));
          String after = first.next().orElseThrow();
          try (HostSources again = scene.host().open()) { // as after a restart
            Batch<? extends HostRecord> rest = scene.kind().read(again, Selection.after(after));
            seen.addAll(ids(rest));
          }
          assertThat(seen).doesNotHaveDuplicates().containsAll(added);
        });
  }

  @TestFactory
  Stream<DynamicTest> src3_whoLeftIsNotFoundById() {
    return each(
        scene -> {
          List<String> ids = scene.add(4);
          scene.remove(ids.get(1));
          assertThat(scene.byIds(ids))
              .containsExactlyInAnyOrder(ids.get(0), ids.get(2), ids.get(3));
          assertThat(scene.byIds(List.of(ids.get(1)))).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> src3_whoLeftIsInNoPage() {
    return each(
        scene -> {
          List<String> ids = scene.add(4);
          scene.remove(ids.get(3));
          assertThat(scene.all(2))
              .contains(ids.get(0), ids.get(1), ids.get(2))
              .doesNotContain(ids.get(3));
        });
  }

  @TestFactory
  Stream<DynamicTest> src3_allWhoWereAddedMayLeave() {
    return each(
        scene -> {
          Set<String> before = Set.copyOf(scene.all(Selection.MAX_SIZE));
          List<String> added = scene.add(5);
          for (String id : added) {
            scene.remove(id);
          }
          assertThat(scene.all(2)).doesNotContainAnyElementsOf(added);
          assertThat(scene.byIds(added)).isEmpty();
          assertThat(scene.all(Selection.MAX_SIZE)).containsAll(before);
        });
  }
}
