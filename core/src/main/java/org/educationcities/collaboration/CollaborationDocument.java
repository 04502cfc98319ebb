package org.educationcities.collaboration;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.educationcities.city.CityId;
import org.educationcities.city.ClassroomId;
import org.educationcities.city.SchoolId;
import org.educationcities.profile.Party;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.ClearanceNote;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a {@link Collaboration}: format 1. Its circle is computed again on reading.
 */
record CollaborationDocument(
    String id,
    CollaborationKind kind,
    List<ParticipantDocument> participants,
    String origin,
    @Nullable String opportunity,
    CollaborationState state,
    Instant since,
    int revision,
    @Nullable Instant answerBy,
    List<GoalDocument> goals,
    @Nullable ZoneId zone,
    List<List<Long>> sessions,
    List<AttendanceDocument> attendance,
    List<ReflectionDocument> reflections,
    @Nullable ClearanceNote clearance,
    Map<String, String> attributes) {

  record ParticipantDocument(
      Party.Kind kind,
      String id,
      Part part,
      String country,
      String city,
      @Nullable String school,
      @Nullable String classroom) {
    /** Nothing of whom it tells. */
    @Override
    public String toString() {
      return "ParticipantDocument[" + kind + ", " + part + "]";
    }
  }

  record GoalDocument(String topic, String words, int target, int reached) {
    /** Figures only: the words are somebody's own. */
    @Override
    public String toString() {
      return "GoalDocument[" + reached + "/" + target + "]";
    }
  }

  record AttendanceDocument(
      Instant session, int minutes, Instant loggedAt, @Nullable String confirmedBy) {
    /** How long only. */
    @Override
    public String toString() {
      return "AttendanceDocument[" + minutes + " min]";
    }
  }

  record ReflectionDocument(Side side, int relevant, int alive, int bond) {}

  static CollaborationDocument of(Collaboration each) {
    return new CollaborationDocument(
        each.id().value(),
        each.kind(),
        each.participants().stream().map(CollaborationDocument::document).toList(),
        each.origin(),
        each.opportunity().map(OpportunityId::value).orElse(null),
        each.state(),
        each.since(),
        each.revision(),
        each.answerBy().orElse(null),
        each.goals().stream()
            .map(g -> new GoalDocument(g.topic().value(), g.words(), g.target(), g.reached()))
            .toList(),
        each.sessions().isEmpty() ? null : each.sessions().get(0).zone(),
        // A term's sessions by the thousand: two numbers each, in seconds and minutes.
        each.sessions().stream()
            .map(s -> List.of(s.start().getEpochSecond(), s.duration().toSeconds()))
            .toList(),
        each.attendance().stream()
            .map(
                a ->
                    new AttendanceDocument(a.session(), a.minutes(), a.loggedAt(), a.confirmedBy()))
            .toList(),
        each.reflections().stream()
            .map(r -> new ReflectionDocument(r.side(), r.relevant(), r.alive(), r.bond()))
            .toList(),
        each.clearance().orElse(null),
        ImmutableSortedMap.copyOf(each.attributes()));
  }

  Collaboration toCollaboration() {
    Collaboration.Builder builder =
        Collaboration.builder(new CollaborationId(id), kind, since)
            .origin(origin)
            .opportunity(opportunity == null ? null : new OpportunityId(opportunity))
            .answerBy(answerBy)
            .goals(
                goals.stream()
                    .map(
                        g ->
                            new Goal(
                                new org.educationcities.profile.TopicId(g.topic),
                                g.words,
                                g.target,
                                g.reached))
                    .toList())
            .attributes(attributes);
    participants.forEach(each -> builder.participant(participant(each)));
    ZoneId clocks = zone;
    if (clocks != null) {
      builder.sessions(sessions.stream().map(each -> session(each, clocks)).toList());
    }
    builder.state = state;
    builder.revision = revision;
    builder.attendance =
        attendance.stream()
            .map(a -> new Attendance(a.session, a.minutes, a.loggedAt, a.confirmedBy))
            .toList();
    builder.reflections =
        reflections.stream().map(r -> new Reflection(r.side, r.relevant, r.alive, r.bond)).toList();
    builder.clearance = clearance;
    return builder.build();
  }

  private static Session session(List<Long> startAndSeconds, ZoneId zone) {
    Instant start = Instant.ofEpochSecond(startAndSeconds.get(0));
    return new Session(start, start.plusSeconds(startAndSeconds.get(1)), zone);
  }

  private static ParticipantDocument document(Participant each) {
    Home home = each.home();
    return new ParticipantDocument(
        each.party().kind(),
        each.party().id(),
        each.part(),
        home.country(),
        home.city().value(),
        home.school().map(SchoolId::value).orElse(null),
        home.classroom().map(ClassroomId::value).orElse(null));
  }

  private static Participant participant(ParticipantDocument each) {
    return new Participant(new Party(each.kind, each.id), each.part, home(each));
  }

  private static Home home(ParticipantDocument each) {
    CityId city = new CityId(each.city);
    if (each.school == null) {
      return Home.in(each.country, city);
    }
    SchoolId school = new SchoolId(each.school);
    return each.classroom == null
        ? Home.in(each.country, city, school)
        : Home.in(each.country, city, school, new ClassroomId(each.classroom));
  }

  /** The id only: who takes part, and what they said, is theirs. */
  @Override
  public String toString() {
    return "CollaborationDocument[" + id + "]";
  }
}
