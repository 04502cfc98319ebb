package org.educationcities.citycsv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.city.Names;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.Row;
import org.educationcities.profile.Topic;
import org.educationcities.profile.TopicId;

/**
 * Topics while they come in; at the end, those that hang on nothing or go round in a circle are
 * refused.
 */
final class TopicRows {
  private final ImportLog log;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, Topic> settled = new LinkedHashMap<>();

  private record Draft(
      String id, Names names, Set<String> broader, Problem unknown, Problem circle) {}

  TopicRows(ImportLog log) {
    this.log = log;
  }

  void row(Row row) {
    String id = row.id("id");
    drafts.put(
        id,
        new Draft(
            id,
            new Names(Cells.names(row)),
            new HashSet<>(row.ids("broader", ';')),
            row.problem(
                "broader", "reference-unknown", "A broader topic is not there or was not taken."),
            row.problem(
                "broader",
                "topic-circle",
                "This topic is broader than itself, over others or at once.")));
  }

  boolean has(String id) {
    return settled.containsKey(id);
  }

  List<Topic> topics() {
    return List.copyOf(settled.values());
  }

  /**
   * Settles from the broadest down; what is left then hangs on a circle or on something missing.
   */
  void settle() {
    Map<String, List<String>> narrower = new HashMap<>();
    Map<String, Integer> waitingFor = new HashMap<>();
    Deque<String> ready = new ArrayDeque<>();
    for (Draft draft : drafts.values()) {
      waitingFor.put(draft.id(), draft.broader().size());
      if (draft.broader().isEmpty()) {
        ready.add(draft.id());
      }
      draft
          .broader()
          .forEach(each -> narrower.computeIfAbsent(each, id -> new ArrayList<>()).add(draft.id()));
    }
    Set<String> sound = new HashSet<>();
    while (!ready.isEmpty()) {
      String id = ready.remove();
      sound.add(id);
      for (String below : narrower.getOrDefault(id, List.of())) {
        if (waitingFor.merge(below, -1, Integer::sum) == 0) {
          ready.add(below);
        }
      }
    }
    Set<String> hanging = hangingOnNothing(narrower);
    for (Draft draft : drafts.values()) {
      if (!sound.contains(draft.id())) {
        log.takeBack(hanging.contains(draft.id()) ? draft.unknown() : draft.circle());
        continue;
      }
      Set<TopicId> broader = new HashSet<>();
      draft.broader().forEach(each -> broader.add(new TopicId(each)));
      settled.put(draft.id(), new Topic(new TopicId(draft.id()), draft.names(), broader));
    }
  }

  /** The topics below something that has no row. */
  private Set<String> hangingOnNothing(Map<String, List<String>> narrower) {
    Set<String> hanging = new HashSet<>();
    Deque<String> missing = new ArrayDeque<>();
    narrower.keySet().stream().filter(each -> !drafts.containsKey(each)).forEach(missing::add);
    while (!missing.isEmpty()) {
      for (String below : narrower.getOrDefault(missing.remove(), List.of())) {
        if (hanging.add(below)) {
          missing.add(below);
        }
      }
    }
    return hanging;
  }
}
