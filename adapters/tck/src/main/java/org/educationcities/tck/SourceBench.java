package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** What all cases for sources share: a fresh host for each, and reading in a line. */
abstract class SourceBench {

  /**
   * A host with data of its own or none, in the state in which every case begins.
   *
   * @param clock what its sources take {@code asOf} from; it goes on a little whenever asked
   */
  protected abstract PlayedHost freshHost(InstantSource clock) throws Exception;

  /** The kinds to test; all, unless a vendor serves fewer. */
  protected Set<SourceKind> kinds() {
    return EnumSet.allOf(SourceKind.class);
  }

  /** A case, played on a host. */
  @FunctionalInterface
  interface Case {
    void play(Scene scene) throws Exception;
  }

  /** The case for each kind, each on a host of its own. */
  final Stream<DynamicTest> each(Case test) {
    return kinds().stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.name().toLowerCase(Locale.ROOT), () -> play(kind, test)));
  }

  /** A case of its own, on a host of its own. */
  final void play(SourceKind kind, Case test) throws Exception {
    assumeTrue(kinds().contains(kind), "this kind is not served");
    KitClock clock = new KitClock();
    try (PlayedHost host = freshHost(clock);
        HostSources sources = host.open()) {
      test.play(new Scene(kind, host, sources, clock));
    }
  }

  /** A clock that goes on by a millisecond whenever it is asked, and tells a case that it was. */
  static final class KitClock implements InstantSource {
    private Instant now = Instant.parse("2026-09-01T06:00:00Z");
    private @Nullable Case asked;
    private @Nullable Scene scene;
    private boolean busy;

    @Override
    public synchronized Instant instant() {
      Case hook = asked;
      Scene where = scene;
      if (hook != null && where != null && !busy) {
        busy = true; // the host's own changes may ask for the time too
        try {
          hook.play(where);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        } finally {
          busy = false;
        }
      }
      now = now.plus(Duration.ofMillis(1));
      return now;
    }

    /** The moment that was given last. */
    synchronized Instant last() {
      return now;
    }

    /** What happens at the host just before each moment is given; null for nothing. */
    synchronized void whenAsked(@Nullable Case newHook, Scene newScene) {
      asked = newHook;
      scene = newScene;
    }
  }

  /** A kind of records at a host, read through sources that are open. */
  record Scene(SourceKind kind, PlayedHost host, HostSources sources, KitClock clock) {

    List<String> add(int count) throws Exception {
      List<String> ids = host.add(kind, count);
      assertThat(ids).as("what the played host added").hasSize(count).doesNotHaveDuplicates();
      return List.copyOf(ids);
    }

    /** Lets a record go; skips the case where that never happens. */
    void remove(String id) throws Exception {
      assumeTrue(host.remove(kind, id), "this kind never leaves");
    }

    Batch<? extends HostRecord> read(Selection selection) {
      return kind.read(sources, selection);
    }

    /** The ids of what some ids find, as often as it is returned. */
    List<String> byIds(Collection<String> ids) {
      return ids(read(Selection.byIds(Set.copyOf(ids))));
    }

    /** The ids over all pages, as often as they are returned. */
    List<String> all(int limit) throws Exception {
      return all(limit, page -> {});
    }

    /** The ids over all pages, with something that happens after each. */
    List<String> all(int limit, PageAction between) throws Exception {
      List<String> seen = new ArrayList<>();
      @Nullable String after = null;
      for (int pages = 0; pages < MOST_PAGES; pages++) {
        Batch<? extends HostRecord> page = read(new Selection.OfAll(after, limit));
        seen.addAll(ids(page));
        after = page.next().orElse(null);
        if (after == null) {
          return seen;
        }
        between.after(ids(page));
      }
      throw new AssertionError("After " + MOST_PAGES + " pages there are still more.");
    }
  }

  /** Something that happens between two pages. */
  @FunctionalInterface
  interface PageAction {
    void after(List<String> page) throws Exception;
  }

  private static final int MOST_PAGES = 5_000;

  static List<String> ids(Batch<? extends HostRecord> batch) {
    return batch.records().stream().map(HostRecord::id).toList();
  }
}
