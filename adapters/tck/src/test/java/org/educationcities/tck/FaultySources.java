package org.educationcities.tck;

import static org.educationcities.tck.SourceFault.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;
import org.educationcities.spi.source.SourceUnavailableException;
import org.jspecify.annotations.Nullable;

/** Sources over the plainest host, right but for one fault. */
final class FaultySources implements HostSources {
  private final FaultyHost host;
  private final SourceFault fault;
  private volatile Set<String> shared = Set.of();
  private @Nullable String kept;
  private boolean closed;

  FaultySources(FaultyHost host) {
    this.host = host;
    this.fault = host.fault;
  }

  private <R extends HostRecord> Source<R> source(SourceKind kind) {
    return selection -> {
      try {
        return read(kind, selection);
      } catch (IllegalStateException gone) {
        if (fault == EMPTY_WHEN_GONE) {
          return Batch.last(List.of(), host.clock.instant());
        }
        if (fault == THROWS_ITS_OWN_WHEN_GONE) {
          throw gone;
        }
        throw new SourceUnavailableException("Gone.\nMaybe try again later.", gone);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private <R extends HostRecord> Batch<R> read(SourceKind kind, Selection selection) {
    Instant asOf = host.clock.instant();
    NavigableMap<String, HostRecord> there = host.ask(kind);
    boolean byIds = selection instanceof Selection.ByIds;
    if (byIds ? fault == LEFT_FOUND_BY_ID : fault == LEFT_IN_PAGES) {
      there.putAll(host.left(kind));
    }
    List<HostRecord> found;
    @Nullable String next = null;
    if (selection instanceof Selection.ByIds some) {
      found = some(kind, there, some.ids());
      next = fault == BY_IDS_HAS_A_NEXT_PAGE ? "more" : null;
    } else {
      Selection.OfAll page = (Selection.OfAll) selection;
      found = new ArrayList<>();
      next = page(there, page, found);
    }
    if (fault == STATEMENT_FOR_EACH || (byIds && fault == STATEMENT_FOR_EACH_ID)) {
      found.forEach(each -> host.ask(kind));
    }
    finish(kind, found);
    if (fault == AS_OF_AFTER_READING || (byIds && fault == AS_OF_AFTER_READING_BY_ID)) {
      asOf = host.clock.instant();
    }
    Instant told = fault == AS_OF_IN_THE_FUTURE ? asOf.plusSeconds(60) : asOf;
    List<R> records = (List<R>) (List<?>) found;
    return next == null ? Batch.last(records, told) : Batch.before(next, records, told);
  }

  /** A second statement, as for what belongs to the records. */
  private void finish(SourceKind kind, List<HostRecord> found) {
    try {
      host.ask(kind);
    } catch (IllegalStateException gone) {
      if (fault != LESS_WHEN_GONE) {
        throw gone;
      }
      found.clear();
    }
  }

  private List<HostRecord> some(SourceKind kind, Map<String, HostRecord> there, Set<String> asked) {
    Set<String> ids = asked;
    if (fault == SHARED_BETWEEN_READERS) {
      shared = ids;
      for (int i = 0; i < 200; i++) { // time enough for another reader to come between
        host.ask(kind);
      }
      ids = shared;
    }
    Map<String, HostRecord> all = new TreeMap<>(there);
    if (fault == ALL_KINDS_BY_ID) {
      for (SourceKind each : SourceKind.values()) {
        host.ask(each).forEach(all::putIfAbsent);
      }
    }
    if (fault == IDS_BY_ROW) {
      all = byRow(there);
    }
    List<HostRecord> found = new ArrayList<>();
    for (String id : ids) {
      HostRecord record = all.get(meant(id));
      if (record != null) {
        found.add(record);
      } else if (fault == UNKNOWN_IS_AN_ERROR) {
        throw new IllegalArgumentException("unknown");
      } else if (fault == UNKNOWN_TAKES_ALL_AWAY) {
        return new ArrayList<>();
      }
    }
    if (fault == ALL_FOR_SOME) {
      return new ArrayList<>(all.values());
    }
    if (fault == HUNDRED_IDS_AT_MOST) {
      return new ArrayList<>(found.subList(0, Math.min(100, found.size())));
    }
    if (fault == RETURNED_TWICE) {
      found.addAll(List.copyOf(found));
    }
    return found;
  }

  /** Another's content under each id once a record has left. */
  private static Map<String, HostRecord> byRow(Map<String, HostRecord> there) {
    Map<String, HostRecord> all = new TreeMap<>();
    List<HostRecord> rows = new ArrayList<>(there.values());
    int row = 0;
    for (int id = 11; row < rows.size(); id++, row++) {
      all.put("" + id, rows.get(row));
    }
    return all;
  }

  private String meant(String id) {
    if (fault == IDS_PARSED_AS_NUMBERS && id.matches("[+]?\\d{1,9}")) {
      return "" + Integer.parseInt(id);
    }
    if (fault == IDS_TRIMMED) {
      return id.strip();
    }
    return fault == IDS_WITHOUT_CASE ? id.toLowerCase(Locale.ROOT) : id;
  }

  /** Fills a page; returns the cursor, or null if it is the last. */
  private @Nullable String page(
      NavigableMap<String, HostRecord> there, Selection.OfAll page, List<HostRecord> found) {
    if (fault == PAGES_BY_OFFSET || fault == NEWEST_FIRST_BY_OFFSET) {
      return byOffset(there, page, found);
    }
    String after = fault == CURSOR_KEPT_INSIDE && page.after() != null ? kept : page.after();
    if (after != null && fault == CURSOR_MUST_STAND && !there.containsKey(after)) {
      return null;
    }
    there
        .tailMap(after == null ? "" : after, fault == CURSOR_INCLUDED || after == null)
        .values()
        .stream()
        .limit(page.limit() + (fault == PAGE_TOO_LARGE ? 1L : 0L))
        .forEach(found::add);
    if (found.isEmpty()) {
      return null;
    }
    String last = found.get(found.size() - 1).id();
    boolean more = found.size() >= page.limit() && !last.equals(there.lastKey());
    if (fault == LAST_OF_A_PAGE_LOST && more && found.size() > 1) {
      found.remove(found.size() - 1);
    }
    if (fault == PAGES_TELL_LESS) {
      found.replaceAll(
          each -> each instanceof AdultRecord ? AdultRecord.builder(each.id()).build() : each);
    }
    kept = last;
    boolean lost = fault == FULL_PAGE_IS_THE_LAST && found.size() == Selection.MAX_SIZE;
    return more && !lost ? last : null;
  }

  private @Nullable String byOffset(
      NavigableMap<String, HostRecord> there, Selection.OfAll page, List<HostRecord> found) {
    String after = page.after();
    List<HostRecord> rows = new ArrayList<>(there.values());
    if (fault == NEWEST_FIRST_BY_OFFSET) {
      Collections.reverse(rows);
    }
    int from = Math.min(rows.size(), after == null ? 0 : Integer.parseInt(after));
    int to = Math.min(rows.size(), from + page.limit());
    found.addAll(rows.subList(from, to));
    return to < rows.size() ? "" + to : null;
  }

  @Override
  public Source<CityRecord> cities() {
    return source(SourceKind.CITY);
  }

  @Override
  public Source<SchoolRecord> schools() {
    return source(SourceKind.SCHOOL);
  }

  @Override
  public Source<ClassRecord> classes() {
    return source(SourceKind.CLASS);
  }

  @Override
  public Source<LearnerRecord> learners() {
    return source(SourceKind.LEARNER);
  }

  @Override
  public Source<GuardianRecord> guardians() {
    return source(SourceKind.GUARDIAN);
  }

  @Override
  public Source<AdultRecord> adults() {
    return source(SourceKind.ADULT);
  }

  @Override
  public Source<ResourceRecord> resources() {
    return source(SourceKind.RESOURCE);
  }

  @Override
  public void close() {
    if (closed && fault == CLOSES_ONCE_ONLY) {
      throw new IllegalStateException("closed already");
    }
    closed = true;
    if (fault == CLOSES_THE_HOST) {
      host.down = true;
    }
  }
}
