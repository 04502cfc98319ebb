package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.educationcities.resource.Session;
import org.jspecify.annotations.Nullable;

/**
 * All that a provider sees of a learner it is to have with it: an age band, what the learner needs,
 * and a pseudonym of the provider's own. No name, birth date, address, school, or id. Immutable.
 */
public final class ProviderView {
  private final String placement;
  private final String opportunity;
  private final String pseudonym;
  private final @Nullable AgeBand ageBand;
  private final Set<String> arrangements;
  private final String state;
  private final boolean inForce;
  private final List<Session> sessions;

  /**
   * A view.
   *
   * @param ageBand null where the age is not known
   * @param arrangements by the codes of the city's list
   * @param inForce whether the learner may be there now
   * @param sessions those to come, none unless it is in force
   */
  public ProviderView(
      String placement,
      String opportunity,
      String pseudonym,
      @Nullable AgeBand ageBand,
      Set<String> arrangements,
      String state,
      boolean inForce,
      List<Session> sessions) {
    this.placement = Objects.requireNonNull(placement, "placement");
    this.opportunity = Objects.requireNonNull(opportunity, "opportunity");
    this.pseudonym = Objects.requireNonNull(pseudonym, "pseudonym");
    this.ageBand = ageBand;
    this.arrangements = ImmutableSortedSet.copyOf(arrangements);
    this.state = Objects.requireNonNull(state, "state");
    this.inForce = inForce;
    this.sessions = inForce ? ImmutableList.copyOf(sessions) : ImmutableList.of();
  }

  /** The id of the placement. */
  public String placement() {
    return placement;
  }

  /** The id of the opportunity. */
  public String opportunity() {
    return opportunity;
  }

  /** What this provider calls the learner by. */
  public String pseudonym() {
    return pseudonym;
  }

  /** The age band, if the age is known. */
  public Optional<AgeBand> ageBand() {
    return Optional.ofNullable(ageBand);
  }

  /** What the learner needs to take part. */
  public Set<String> arrangements() {
    return arrangements;
  }

  /** Where the placement stands. */
  public String state() {
    return state;
  }

  /** Whether the learner may be there now. */
  public boolean isInForce() {
    return inForce;
  }

  /** The sessions to come; none unless it is in force. */
  public List<Session> sessions() {
    return sessions;
  }

  /** The placement only. */
  @Override
  public String toString() {
    return "ProviderView[" + placement + "]";
  }
}
