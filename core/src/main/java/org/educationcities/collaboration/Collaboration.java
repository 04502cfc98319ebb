package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.educationcities.city.Circle;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.ClearanceNote;
import org.jspecify.annotations.Nullable;

/**
 * A working relationship between parties, from proposal to reflection. Immutable: a move gives a
 * new one.
 *
 * <p>Its circle is told by who takes part. It goes only where {@link CollaborationState} leads.
 */
public final class Collaboration {
  private final CollaborationId id;
  private final CollaborationKind kind;
  private final List<Participant> participants;
  private final Circle circle;
  private final String origin;
  private final @Nullable OpportunityId opportunity;
  private final CollaborationState state;
  private final Instant since;
  private final int revision;
  private final @Nullable Instant answerBy;
  private final List<Goal> goals;
  private final List<Session> sessions;
  private final List<Attendance> attendance;
  private final List<Reflection> reflections;
  private final @Nullable ClearanceNote clearance;
  private final Map<String, String> attributes;

  private Collaboration(Builder builder) {
    id = builder.id;
    kind = builder.kind;
    participants = ImmutableList.copyOf(builder.participants);
    origin = builder.origin;
    opportunity = builder.opportunity;
    state = builder.state;
    since = builder.since;
    revision = builder.revision;
    answerBy = builder.answerBy;
    goals = ImmutableList.copyOf(builder.goals);
    sessions = ImmutableList.sortedCopyOf(Comparator.comparing(Session::start), builder.sessions);
    attendance =
        ImmutableList.sortedCopyOf(Comparator.comparing(Attendance::session), builder.attendance);
    reflections = ImmutableList.copyOf(builder.reflections);
    clearance = builder.clearance;
    attributes = ImmutableMap.copyOf(builder.attributes);
    if (participants.stream().map(Participant::party).distinct().count() != participants.size()
        || participants.size() < 2) {
      throw new IllegalArgumentException(
          "A collaboration has two or more parties, each once, not "
              + participants.size()
              + ".\nMaybe one was added twice.");
    }
    if (kind == CollaborationKind.PLACEMENT && (opportunity == null || learners().size() != 1)) {
      throw new IllegalArgumentException("A placement is of one learner in one opportunity.");
    }
    circle = Home.circleOf(participants.stream().map(Participant::home).toList());
  }

  /** Starts a collaboration, to be proposed at a moment. */
  public static Builder builder(CollaborationId id, CollaborationKind kind, Instant at) {
    return new Builder(id, kind, at);
  }

  /** Its id. */
  public CollaborationId id() {
    return id;
  }

  /** What it is made for. */
  public CollaborationKind kind() {
    return kind;
  }

  /** Who takes part, two or more. */
  public List<Participant> participants() {
    return participants;
  }

  /** The circle of those who take part: computed from their homes. */
  public Circle circle() {
    return circle;
  }

  /** What it came from: a round's id, a waitlist, a plan; empty if it was put forward by hand. */
  public String origin() {
    return origin;
  }

  /** The opportunity, if it is about one. */
  public Optional<OpportunityId> opportunity() {
    return Optional.ofNullable(opportunity);
  }

  /** Where it stands. Whether a child may be there now is told by {@link #isInForce}. */
  public CollaborationState state() {
    return state;
  }

  /** Whether it has ended in any way. */
  boolean isOver() {
    return state == CollaborationState.COMPLETED || state.isFinal();
  }

  /** Since when it stands there. */
  public Instant since() {
    return since;
  }

  /** How often it changed. */
  public int revision() {
    return revision;
  }

  /** Until when an answer, or a confirmation, is awaited. */
  public Optional<Instant> answerBy() {
    return Optional.ofNullable(answerBy);
  }

  /** What it sets out to reach. */
  public List<Goal> goals() {
    return goals;
  }

  /** When they meet, in the order of time. */
  public List<Session> sessions() {
    return sessions;
  }

  /** Who was there when, by session. */
  public List<Attendance> attendance() {
    return attendance;
  }

  /** How the sides looked back. */
  public List<Reflection> reflections() {
    return reflections;
  }

  /** What is kept of the clearance it was confirmed by. */
  public Optional<ClearanceNote> clearance() {
    return Optional.ofNullable(clearance);
  }

  /** What a kind adds of its own, such as the stage of a lab: codes and ids by name. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** The learners among those who take part. */
  public List<LearnerId> learners() {
    return participants.stream()
        .map(Participant::party)
        .filter(each -> each.kind() == Party.Kind.LEARNER)
        .map(each -> new LearnerId(each.id()))
        .toList();
  }

  /** Who plays a part, in the order in which they were added. */
  public List<Party> withPart(Part part) {
    return participants.stream()
        .filter(each -> each.part() == part)
        .map(Participant::party)
        .toList();
  }

  /** Whether a party takes part. */
  public boolean has(Party party) {
    return participants.stream().anyMatch(each -> each.party().equals(party));
  }

  /**
   * Whether nothing is confirmed here without a clearance: for every placement, and wherever a
   * learner meets others than their own school.
   */
  public boolean needsClearance() {
    return kind == CollaborationKind.PLACEMENT
        || (!learners().isEmpty() && !Circle.SCHOOL.holds(circle));
  }

  /**
   * Whether it is in force at a moment: confirmed or running, and before the end of its clearance
   * where it needs one. The passing of time commits nothing, so every reader asks this.
   */
  public boolean isInForce(Instant moment) {
    return state.mayBeInForce()
        && (!needsClearance() || (clearance != null && clearance.holdsAt(moment)));
  }

  /** The hours that count: those confirmed. */
  public Duration confirmedHours() {
    return Duration.ofMinutes(
        attendance.stream().filter(Attendance::isConfirmed).mapToLong(Attendance::minutes).sum());
  }

  /**
   * The same collaboration, moved.
   *
   * @throws IllegalMoveException if its state does not lead there
   */
  Collaboration moved(CollaborationState next, Instant at) {
    return moved(next, at, builder -> {});
  }

  /** The same collaboration, moved and changed. */
  Collaboration moved(CollaborationState next, Instant at, Consumer<Builder> change) {
    if (!state.leadsTo(next)) {
      throw new IllegalMoveException(id, state, next);
    }
    return changed(
        builder -> {
          builder.state = next;
          builder.since = at;
          change.accept(builder);
        });
  }

  /** The same collaboration with something changed where it stands. */
  Collaboration changed(Consumer<Builder> change) {
    Builder builder = toBuilder();
    builder.revision = revision + 1;
    change.accept(builder);
    return builder.build();
  }

  private Builder toBuilder() {
    Builder builder = new Builder(id, kind, since);
    builder.participants.addAll(participants);
    builder.origin = origin;
    builder.opportunity = opportunity;
    builder.state = state;
    builder.revision = revision;
    builder.answerBy = answerBy;
    builder.goals = goals;
    builder.sessions = sessions;
    builder.attendance = attendance;
    builder.reflections = reflections;
    builder.clearance = clearance;
    builder.attributes = attributes;
    return builder;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Collaboration that
        && CollaborationDocument.of(this).equals(CollaborationDocument.of(that));
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, revision);
  }

  /** Id, kind and state only: who takes part is personal. */
  @Override
  public String toString() {
    return "Collaboration[" + id + ", " + kind + ", " + state + "]";
  }

  /** Collects the parts of a collaboration. Not thread-safe. */
  public static final class Builder {
    private final CollaborationId id;
    private final CollaborationKind kind;
    private final List<Participant> participants = new ArrayList<>();
    private String origin = "";
    private @Nullable OpportunityId opportunity;
    private List<Goal> goals = List.of();
    private List<Session> sessions = List.of();
    private @Nullable Instant answerBy;
    private Map<String, String> attributes = Map.of();

    // What only moves change.
    CollaborationState state = CollaborationState.PROPOSED;
    Instant since;
    int revision = 1;
    List<Attendance> attendance = List.of();
    List<Reflection> reflections = List.of();
    @Nullable ClearanceNote clearance;

    private Builder(CollaborationId id, CollaborationKind kind, Instant since) {
      this.id = Objects.requireNonNull(id, "id");
      this.kind = Objects.requireNonNull(kind, "kind");
      this.since = Objects.requireNonNull(since, "since");
    }

    /** Adds a party with its part. */
    public Builder participant(Party party, Part part, Home home) {
      return participant(new Participant(party, part, home));
    }

    /** Adds a party with its part. */
    public Builder participant(Participant participant) {
      participants.add(Objects.requireNonNull(participant, "participant"));
      return this;
    }

    /** Names the adults who mentor, in the place of those named before. */
    void mentors(Collection<String> adults, Home home) {
      participants.removeIf(each -> each.part() == Part.MENTORS);
      adults.forEach(each -> participant(new Party(Party.Kind.ADULT, each), Part.MENTORS, home));
    }

    /**
     * Puts a party, at its own home, in the place of another; once only, if it takes part already.
     */
    void replace(Party before, Party after, Home home) {
      boolean alsoThere =
          !before.equals(after) && participants.stream().anyMatch(it -> it.party().equals(after));
      if (alsoThere) {
        participants.removeIf(each -> each.party().equals(before));
      }
      participants.replaceAll(
          each -> each.party().equals(before) ? new Participant(after, each.part(), home) : each);
    }

    /** What it came from, at most 255 characters. */
    public Builder origin(String newOrigin) {
      origin = Objects.requireNonNull(newOrigin, "origin");
      return this;
    }

    /** The opportunity it is about. */
    public Builder opportunity(@Nullable OpportunityId newOpportunity) {
      opportunity = newOpportunity;
      return this;
    }

    /** What it sets out to reach. */
    public Builder goals(List<Goal> newGoals) {
      goals = ImmutableList.copyOf(newGoals);
      return this;
    }

    /** When they meet. */
    public Builder sessions(List<Session> newSessions) {
      sessions = ImmutableList.copyOf(newSessions);
      return this;
    }

    /** Until when an answer is awaited; null for no end. */
    public Builder answerBy(@Nullable Instant newAnswerBy) {
      answerBy = newAnswerBy;
      return this;
    }

    /** What a kind adds of its own: codes and ids by name, nothing personal. */
    public Builder attributes(Map<String, String> newAttributes) {
      attributes = ImmutableMap.copyOf(newAttributes);
      return this;
    }

    /**
     * The collaboration.
     *
     * @throws IllegalArgumentException if there are fewer than two parties, one takes part twice,
     *     or a placement is not of one learner in one opportunity
     */
    public Collaboration build() {
      return new Collaboration(this);
    }
  }
}
