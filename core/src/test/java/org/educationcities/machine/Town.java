package org.educationcities.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;
import org.educationcities.spi.source.SourceUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * What is true at the host, and what it tells: the truth, a copy that grows old, or nothing at all.
 * Thread-safe.
 */
final class Town implements HostSources {
  static final String CITY = "town";
  static final String EDUCATOR = "educator-0";
  static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");

  /** A child at the host. */
  record Child(@Nullable LocalDate born, String school, @Nullable GeoPoint home) {}

  /** A guardian's relation to a child. */
  record Bond(
      String guardian,
      String child,
      boolean mayPermit,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  /** Everything that is told, as of a moment. */
  record View(
      Map<String, Child> children,
      List<Bond> bonds,
      Map<String, String> kinds,
      Map<String, GeoPoint> schools,
      Map<String, String> merges,
      Instant asOf) {
    static final View NOTHING =
        new View(Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Instant.MIN);

    View {
      children = ImmutableMap.copyOf(children);
      bonds = ImmutableList.copyOf(bonds);
      kinds = ImmutableMap.copyOf(kinds);
      schools = ImmutableMap.copyOf(schools);
      merges = ImmutableMap.copyOf(merges);
    }

    View at(Instant moment) {
      return new View(children, bonds, kinds, schools, merges, moment);
    }

    View with(String child, @Nullable Child now) {
      Map<String, Child> changed = new LinkedHashMap<>(children);
      if (now == null) {
        changed.remove(child);
      } else {
        changed.put(child, now);
      }
      return new View(changed, bonds, kinds, schools, merges, asOf);
    }

    View withBonds(String child, List<Bond> now) {
      List<Bond> changed = new ArrayList<>(now);
      bonds.stream().filter(each -> !each.child().equals(child)).forEach(changed::add);
      return new View(children, changed, kinds, schools, merges, asOf);
    }

    View withKind(String resource, String kind) {
      Map<String, String> changed = new LinkedHashMap<>(kinds);
      changed.put(resource, kind);
      return new View(children, bonds, changed, schools, merges, asOf);
    }

    View withMerge(String from, String into) {
      Map<String, String> changed = new LinkedHashMap<>(merges);
      changed.put(from, into);
      return new View(children, bonds, kinds, schools, changed, asOf);
    }

    /** Who a child is now: themselves, or whom they were merged into at last if it is told. */
    @Nullable String survivorOf(String child) {
      String at = child;
      while (children.containsKey(at) && merges.containsKey(at)) {
        at = Objects.requireNonNull(merges.get(at));
      }
      return children.containsKey(at) ? at : null;
    }

    View withSchools(Map<String, GeoPoint> now) {
      return new View(children, bonds, kinds, now, merges, asOf);
    }
  }

  private final InstantSource clock;
  private volatile View truth = View.NOTHING;
  private volatile @Nullable View old;
  private volatile boolean down;
  private volatile UnaryOperator<View> lie = view -> view;

  Town(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void change(UnaryOperator<View> change) {
    truth = change.apply(truth);
  }

  View truth() {
    return truth;
  }

  /** What the library is told at this moment; nothing while the host is down. */
  View told() {
    View copy = old;
    return down ? View.NOTHING : copy == null ? truth.at(clock.instant()) : copy;
  }

  /** From now on a copy is told, which grows old; or the truth again. */
  void goStale(boolean stale) {
    old = stale ? truth.at(clock.instant()) : null;
  }

  void goDown(boolean isDown) {
    down = isDown;
  }

  private View tell() {
    if (down) {
      throw new SourceUnavailableException("The host is down.\nMaybe later.", null);
    }
    return lie.apply(told());
  }

  /** From now on something else is told than what the oracle knows. */
  void tellLies(UnaryOperator<View> newLie) {
    lie = newLie;
  }

  private interface Telling<R> {
    @Nullable R of(View view, String id);
  }

  private interface Ids {
    Set<String> of(View view);
  }

  private <R extends HostRecord> Source<R> source(Ids all, Telling<R> telling) {
    return selection -> {
      View view = tell();
      Set<String> ids = selection instanceof Selection.ByIds some ? some.ids() : all.of(view);
      List<R> records =
          ids.stream().map(each -> telling.of(view, each)).filter(Objects::nonNull).toList();
      return Batch.last(records, view.asOf());
    };
  }

  @Override
  public Source<CityRecord> cities() {
    return source(
        view -> Set.of(CITY),
        (view, id) ->
            id.equals(CITY)
                ? CityRecord.builder(CITY, "IL", ZONE).names(Map.of("en", "Town")).build()
                : null);
  }

  @Override
  public Source<SchoolRecord> schools() {
    return source(
        view -> view.schools().keySet(),
        (view, id) ->
            SchoolRecord.builder(id, CITY)
                .names(Map.of("en", id))
                .position(view.schools().get(id))
                .build());
  }

  @Override
  public Source<ClassRecord> classes() {
    return source(view -> Set.of(), (view, id) -> null);
  }

  @Override
  public Source<LearnerRecord> learners() {
    return source(
        view -> view.children().keySet(),
        (view, id) -> {
          Child child = view.children().get(id);
          return child == null
              ? null
              : LearnerRecord.builder(id, CITY)
                  .schoolId(child.school())
                  .birthDate(child.born())
                  .position(child.home())
                  .mergedInto(view.merges().get(id))
                  .build();
        });
  }

  @Override
  public Source<GuardianRecord> guardians() {
    return source(
        view -> {
          Set<String> ids = new TreeSet<>();
          view.bonds().forEach(each -> ids.add(each.guardian()));
          return ids;
        },
        (view, id) ->
            GuardianRecord.builder(id)
                .relations(
                    view.bonds().stream()
                        .filter(each -> each.guardian().equals(id))
                        .map(
                            each ->
                                new Relation(
                                    each.child(), each.mayPermit(), each.from(), each.until()))
                        .toList())
                .build());
  }

  @Override
  public Source<AdultRecord> adults() {
    return source(
        view -> Set.of(EDUCATOR),
        (view, id) ->
            id.equals(EDUCATOR) ? AdultRecord.builder(id).schoolId("school-0").build() : null);
  }

  @Override
  public Source<ResourceRecord> resources() {
    return source(
        view -> view.kinds().keySet(),
        (view, id) -> {
          String kind = view.kinds().get(id);
          return kind == null
              ? null
              : ResourceRecord.builder(id, CITY, "provider")
                  .names(Map.of("en", id))
                  .kind(kind)
                  .build();
        });
  }
}
