package org.educationcities.tck;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;

/** The plainest host there is: records in maps, right but for one fault of its sources. */
final class FaultyHost implements PlayedHost {
  private static final String CITY = "city";
  private static final String SCHOOL = "school";

  final SourceFault fault;
  final InstantSource clock;
  final AtomicLong statements = new AtomicLong();
  private final Map<SourceKind, NavigableMap<String, HostRecord>> there =
      new EnumMap<>(SourceKind.class);
  private final Map<SourceKind, NavigableMap<String, HostRecord>> left =
      new EnumMap<>(SourceKind.class);
  private final Map<String, String> merged = new HashMap<>();
  private int lastId = 10;
  private long answers = Long.MAX_VALUE;
  boolean down;

  FaultyHost(SourceFault fault, InstantSource clock) {
    this.fault = fault;
    this.clock = clock;
    put(SourceKind.CITY, CITY);
    put(SourceKind.SCHOOL, SCHOOL);
  }

  @Override
  public HostSources open() {
    return new FaultySources(this);
  }

  @Override
  public synchronized List<String> add(SourceKind kind, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(put(kind, newId()));
    }
    return ids;
  }

  @Override
  public synchronized boolean addAs(SourceKind kind, String id) {
    put(kind, id);
    return true;
  }

  private NavigableMap<String, HostRecord> there(SourceKind kind) {
    return there.computeIfAbsent(kind, each -> new TreeMap<>());
  }

  /** Those of a kind who left. */
  synchronized NavigableMap<String, HostRecord> left(SourceKind kind) {
    return left.computeIfAbsent(kind, each -> new TreeMap<>());
  }

  private String newId() {
    return "" + ++lastId;
  }

  private String put(SourceKind kind, String id) {
    there(kind).put(id, record(kind, id));
    return id;
  }

  private HostRecord record(SourceKind kind, String id) {
    return switch (kind) {
      case CITY -> CityRecord.builder(id, "IL", ZoneId.of("UTC")).names(Map.of("en", id)).build();
      case SCHOOL -> SchoolRecord.builder(id, CITY).names(Map.of("en", id)).build();
      case LEARNER -> LearnerRecord.builder(id, CITY).schoolId(SCHOOL).build();
      case ADULT -> AdultRecord.builder(id).schoolId(SCHOOL).educator(true).build();
      case RESOURCE -> ResourceRecord.builder(id, CITY, "organization").build();
      case CLASS ->
          ClassRecord.builder(id, SCHOOL)
              .learnerIds(learners())
              .educatorIds(Set.copyOf(add(SourceKind.ADULT, 1)))
              .build();
      case GUARDIAN ->
          GuardianRecord.builder(id)
              .relations(
                  learners().stream().map(each -> new Relation(each, true, null, null)).toList())
              .build();
    };
  }

  private Set<String> learners() {
    if (fault == SourceFault.NAMES_WHOM_IT_DOES_NOT_SERVE) {
      return Set.of("nobody");
    }
    Set<String> ids = new HashSet<>(add(SourceKind.LEARNER, 1));
    there(SourceKind.LEARNER).keySet().stream().limit(3).forEach(ids::add);
    ids.removeAll(merged.keySet());
    return ids;
  }

  @Override
  public synchronized boolean remove(SourceKind kind, String id) {
    HostRecord gone = there(kind).remove(id);
    if (gone != null) {
      left(kind).put(id, gone);
    }
    if (fault == SourceFault.IDS_GIVEN_AGAIN) {
      lastId = Integer.parseInt(id) - 1;
    }
    if (fault != SourceFault.NAMES_WHO_LEFT) {
      there(SourceKind.CLASS).replaceAll((key, each) -> without((ClassRecord) each, id));
      there(SourceKind.GUARDIAN).replaceAll((key, each) -> without((GuardianRecord) each, id));
    }
    return true;
  }

  private static HostRecord without(ClassRecord each, String id) {
    Set<String> learners = new HashSet<>(each.learnerIds());
    Set<String> adults = new HashSet<>(each.educatorIds());
    learners.remove(id);
    adults.remove(id);
    return ClassRecord.builder(each.id(), each.schoolId())
        .learnerIds(learners)
        .educatorIds(adults)
        .build();
  }

  private static HostRecord without(GuardianRecord each, String id) {
    return GuardianRecord.builder(each.id())
        .relations(each.relations().stream().filter(it -> !it.learnerId().equals(id)).toList())
        .build();
  }

  @Override
  public synchronized boolean merge(String learner, String survivor) {
    merged.put(learner, survivor);
    String named = fault == SourceFault.MERGED_INTO_NOBODY ? "nobody" : survivor;
    there(SourceKind.LEARNER)
        .put(learner, LearnerRecord.builder(learner, CITY).mergedInto(named).build());
    if (fault == SourceFault.MERGES_GO_ROUND) {
      there(SourceKind.LEARNER)
          .put(survivor, LearnerRecord.builder(survivor, CITY).mergedInto(learner).build());
    }
    return true;
  }

  @Override
  public synchronized boolean failAfter(int more) {
    answers = more;
    return true;
  }

  @Override
  public synchronized void recover() {
    answers = Long.MAX_VALUE;
  }

  @Override
  public OptionalLong statements() {
    return OptionalLong.of(statements.get());
  }

  @Override
  public void close() {
    down = true;
  }

  /** One statement of the sources: everything of a kind, in order. */
  synchronized NavigableMap<String, HostRecord> ask(SourceKind kind) {
    statements.incrementAndGet();
    if (down || answers-- <= 0) {
      if (fault == SourceFault.NEVER_BACK) {
        down = true;
      }
      throw new IllegalStateException("gone");
    }
    return new TreeMap<>(there(kind));
  }
}
