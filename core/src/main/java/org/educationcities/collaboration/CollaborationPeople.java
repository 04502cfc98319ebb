package org.educationcities.collaboration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.educationcities.people.Person;
import org.educationcities.persistence.Personal;
import org.educationcities.safeguarding.ClearanceNote;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a collaboration. A placement is its learner's; what several take part in has a
 * key of its own. When somebody is erased the others keep theirs: a stand-in takes the part, and
 * what the person did and said there goes.
 */
final class CollaborationPeople implements Personal<Collaboration> {

  @Override
  public Set<Person> people(Collaboration each) {
    return Stream.concat(
            each.participants().stream().flatMap(it -> it.party().person().stream()),
            each.attendance().stream()
                .flatMap(it -> Optional.ofNullable(it.confirmedBy()).stream())
                .map(Person::adult))
        .filter(it -> !Personal.isStandIn(it.id()))
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Also of who took part under an id that was merged into another since: a clearance that was used
   * for that id names it.
   */
  @Override
  public boolean tellsOf(Collaboration each, Person person) {
    return people(each).contains(person)
        || each.clearance().stream()
            .flatMap(note -> note.anchors().stream())
            .anyMatch(anchor -> anchor.id().equals(person.id()));
  }

  @Override
  public Optional<Person> owner(Collaboration each) {
    List<Person> learners =
        people(each).stream().filter(it -> it.kind() == Person.Kind.LEARNER).toList();
    return learners.size() == 1 && each.learners().size() == 1
        ? Optional.of(learners.get(0))
        : Optional.empty();
  }

  @Override
  public Optional<Collaboration> without(Collaboration each, Person who, String standIn) {
    CollaborationDocument known = CollaborationDocument.of(each);
    // When the last of several goes, nobody is left who needs the words.
    boolean own =
        owner(each).map(who::equals).orElse(false) || people(each).stream().allMatch(who::equals);
    return Optional.of(
        new CollaborationDocument(
                known.id(),
                known.kind(),
                known.participants().stream().map(it -> without(it, who, standIn)).toList(),
                known.origin(),
                known.opportunity(),
                known.state(),
                known.since(),
                known.revision(),
                known.answerBy(),
                own ? wordless(known.goals()) : known.goals(),
                known.zone(),
                known.sessions(),
                own ? List.of() : confirmedByOthers(known.attendance(), who, standIn),
                own ? List.of() : known.reflections(),
                without(known.clearance(), who),
                without(known.attributes(), who, standIn))
            .toCollaboration());
  }

  private static CollaborationDocument.ParticipantDocument without(
      CollaborationDocument.ParticipantDocument each, Person who, String standIn) {
    boolean isThem = each.kind().name().equals(who.kind().name()) && each.id().equals(who.id());
    // Where they are at home stays: the circle of the others is told by it.
    return isThem
        ? new CollaborationDocument.ParticipantDocument(
            each.kind(),
            standIn,
            each.part(),
            each.country(),
            each.city(),
            each.school(),
            each.classroom())
        : each;
  }

  private static List<CollaborationDocument.GoalDocument> wordless(
      List<CollaborationDocument.GoalDocument> goals) {
    return goals.stream()
        .map(
            each ->
                new CollaborationDocument.GoalDocument(
                    each.topic(), "", each.target(), each.reached()))
        .toList();
  }

  private static List<CollaborationDocument.AttendanceDocument> confirmedByOthers(
      List<CollaborationDocument.AttendanceDocument> attendance, Person who, String standIn) {
    return attendance.stream()
        .map(
            each ->
                who.kind() == Person.Kind.ADULT && who.id().equals(each.confirmedBy())
                    ? new CollaborationDocument.AttendanceDocument(
                        each.session(), each.minutes(), each.loggedAt(), standIn)
                    : each)
        .toList();
  }

  private static @Nullable ClearanceNote without(@Nullable ClearanceNote note, Person who) {
    return note == null
        ? null
        : new ClearanceNote(
            note.placementVersion(),
            note.policyVersion(),
            note.usedAt(),
            note.hostAsOf(),
            note.expiresAt(),
            note.most(),
            note.anchors().stream().filter(each -> !each.id().equals(who.id())).toList());
  }

  /** Attributes are ids and codes: one that names the person names the stand-in. */
  private static Map<String, String> without(
      Map<String, String> attributes, Person who, String standIn) {
    ImmutableMap.Builder<String, String> others = ImmutableMap.builder();
    attributes.forEach((name, value) -> others.put(name, value.equals(who.id()) ? standIn : value));
    return others.buildOrThrow();
  }
}
