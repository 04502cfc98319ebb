package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.educationcities.collaboration.Goal;
import org.educationcities.collaboration.Home;
import org.educationcities.people.AdultId;
import org.educationcities.people.GuardianId;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.TopicId;
import org.educationcities.team.TeamWish;

/**
 * A class that is to be put into Education Teams: its learners, the educators who coach, the
 * families beside them, and the common goal. Immutable.
 */
public final class ClassroomGroup {
  private final Home home;
  private final List<ProfiledParty> learners;
  private final List<AdultId> coaches;
  private final Map<String, List<GuardianId>> families;
  private final Goal goal;
  private final Set<TopicId> topics;
  private final int teamSize;
  private final List<TeamWish> wishes;

  private ClassroomGroup(Builder builder) {
    home = builder.home;
    learners = List.copyOf(builder.learners.values());
    coaches = List.copyOf(builder.coaches);
    families = Map.copyOf(builder.families);
    goal = builder.goal;
    topics = Set.copyOf(builder.topics);
    teamSize = builder.teamSize;
    wishes = List.copyOf(builder.wishes);
  }

  /**
   * Starts a class.
   *
   * @param home the class itself
   * @param goal what each team sets out to reach together; its topic is the first of the goal's
   * @throws IllegalArgumentException if the home is no class
   */
  public static Builder builder(Home home, Goal goal) {
    return new Builder(home, goal);
  }

  /** Where it is. */
  public Home home() {
    return home;
  }

  /** Who learns in it. */
  public List<ProfiledParty> learners() {
    return learners;
  }

  /** Who coaches. */
  public List<AdultId> coaches() {
    return coaches;
  }

  /** Who is beside a learner at home. */
  public List<GuardianId> familyOf(String learner) {
    return families.getOrDefault(learner, List.of());
  }

  /** What each team sets out to reach together. */
  public Goal goal() {
    return goal;
  }

  /** The topics of the goal. */
  public Set<TopicId> topics() {
    return topics;
  }

  /** About how many are in a team. */
  public int teamSize() {
    return teamSize;
  }

  /** Who should be together or apart. */
  public List<TeamWish> wishes() {
    return wishes;
  }

  /** Collects a class. Not thread-safe. */
  public static final class Builder {
    private final Home home;
    private final Goal goal;
    private final Map<String, ProfiledParty> learners = new LinkedHashMap<>();
    private final List<AdultId> coaches = new ArrayList<>();
    private final Map<String, List<GuardianId>> families = new LinkedHashMap<>();
    private final Set<TopicId> topics = new TreeSet<>(Comparator.comparing(TopicId::value));
    private int teamSize = 4;
    private final List<TeamWish> wishes = new ArrayList<>();

    private Builder(Home home, Goal goal) {
      if (home.classroom().isEmpty()) {
        throw new IllegalArgumentException("A class is at home in a classroom.");
      }
      this.home = home;
      this.goal = goal;
      topics.add(goal.topic());
    }

    /**
     * Adds a learner of the class.
     *
     * @throws IllegalArgumentException if it is no learner, at home elsewhere, or there already
     */
    public Builder learner(ProfiledParty learner) {
      ProfiledParty.require(learner, Party.Kind.LEARNER);
      if (!learner.home().equals(home)) {
        throw new IllegalArgumentException(
            "Learner '" + learner.id() + "' is at home in another class.");
      }
      if (learners.putIfAbsent(learner.id(), learner) != null) {
        throw new IllegalArgumentException("Learner '" + learner.id() + "' is there twice.");
      }
      return this;
    }

    /** Adds an educator who coaches. */
    public Builder coach(AdultId coach) {
      coaches.add(coach);
      return this;
    }

    /** Adds somebody of a learner's family who goes along. */
    public Builder family(LearnerId learner, GuardianId guardian) {
      families.merge(
          learner.value(),
          List.of(guardian),
          (known, added) -> {
            List<GuardianId> both = new ArrayList<>(known);
            both.addAll(added);
            return List.copyOf(both);
          });
      return this;
    }

    /** Adds a topic of the goal. */
    public Builder topic(TopicId topic) {
      topics.add(topic);
      return this;
    }

    /** Sets about how many are in a team: 4 unless told, 2 or more. */
    public Builder teamSize(int size) {
      teamSize = size;
      return this;
    }

    /** Adds a wish to be together or apart. */
    public Builder wish(TeamWish wish) {
      wishes.add(wish);
      return this;
    }

    /** The class. */
    public ClassroomGroup build() {
      return new ClassroomGroup(this);
    }
  }
}
