package org.educationcities.team;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A class to be put into teams for a goal. Immutable; the order in which members, topics and wishes
 * are added makes no difference.
 *
 * <p>A member can teach a teammate a topic of the goal if their proficiency is at least {@link
 * #teachingFrom()} and above the teammate's.
 */
public final class TeamProblem {

  /** More members are refused. */
  public static final int MOST_MEMBERS = 60;

  private final List<TeamMember> members;
  private final List<String> topics;
  private final List<Integer> sizes;
  private final List<TeamWish> wishes;
  private final int teachingFrom;

  private TeamProblem(Builder builder) {
    members = List.copyOf(builder.members.values());
    topics = List.copyOf(builder.topics);
    sizes = List.copyOf(builder.sizes);
    wishes = List.copyOf(builder.wishes);
    teachingFrom = builder.teachingFrom;
  }

  /** The members by ascending id. */
  public List<TeamMember> members() {
    return members;
  }

  /** The ids of the goal's topics, ascending. */
  public List<String> topics() {
    return topics;
  }

  /** How many members each team has; they add up to the class. */
  public List<Integer> sizes() {
    return sizes;
  }

  /** Wishes, each once, firm ones first. */
  public List<TeamWish> wishes() {
    return wishes;
  }

  /** The least proficiency from which somebody teaches: 2, on one's own, unless set. */
  public int teachingFrom() {
    return teachingFrom;
  }

  /** A builder without members. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Sizes for teams of about one size: as many teams as fit, differing by one at most.
   *
   * @param members how many are to be put into teams, at least 2
   * @param about the size wished for, at least 2
   * @return the sizes, greatest first, each at least 2
   * @throws IllegalArgumentException if either is below 2
   */
  public static List<Integer> sizesOfAbout(int members, int about) {
    if (members < 2 || about < 2) {
      throw new IllegalArgumentException(
          members
              + " members cannot be put into teams of about "
              + about
              + ".\nMaybe ask for teams of 2 or more.");
    }
    int teams = Math.min(Math.max(1, Math.round((float) members / about)), members / 2);
    List<Integer> sizes = new ArrayList<>();
    for (int team = 0; team < teams; team++) {
      sizes.add(members / teams + (team < members % teams ? 1 : 0));
    }
    return sizes;
  }

  /** Gathers a problem; not thread-safe. */
  public static final class Builder {
    private final TreeMap<String, TeamMember> members = new TreeMap<>();
    private final Set<String> topics = new TreeSet<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Set<TeamWish> wishes =
        new TreeSet<>(
            Comparator.comparing(TeamWish::strength)
                .thenComparing(TeamWish::kind)
                .thenComparing(TeamWish::first)
                .thenComparing(TeamWish::second));
    private int teachingFrom = 2;

    private Builder() {}

    /**
     * Adds a member.
     *
     * @throws IllegalArgumentException if one of that id is there already
     */
    public Builder member(TeamMember member) {
      if (members.putIfAbsent(member.id(), member) != null) {
        throw new IllegalArgumentException(
            "Member " + member.id() + " is there twice.\nMaybe merge the two records.");
      }
      return this;
    }

    /** Adds members, each as by {@link #member}. */
    public Builder members(Collection<TeamMember> added) {
      added.forEach(this::member);
      return this;
    }

    /** Adds topics of the goal. */
    public Builder topics(Collection<String> added) {
      topics.addAll(added);
      return this;
    }

    /** Sets how many members each team has. */
    public Builder sizes(Collection<Integer> teamSizes) {
      sizes.clear();
      sizes.addAll(teamSizes);
      return this;
    }

    /** Adds a wish. */
    public Builder wish(TeamWish wish) {
      wishes.add(wish);
      return this;
    }

    /** Sets the least proficiency, 1..4, from which somebody teaches. */
    public Builder teachingFrom(int proficiency) {
      teachingFrom = proficiency;
      return this;
    }

    /**
     * The problem.
     *
     * @throws IllegalArgumentException if there are fewer than 2 or more than {@value
     *     TeamProblem#MOST_MEMBERS} members, no topics, sizes below 2 or that do not add up, a wish
     *     of somebody who is not there, or a teaching proficiency outside 1..4
     */
    public TeamProblem build() {
      int count = members.size();
      if (count < 2 || count > MOST_MEMBERS) {
        throw new IllegalArgumentException(
            count
                + " members are not a class of 2 to "
                + MOST_MEMBERS
                + ".\nMaybe put a larger group into teams class by class.");
      }
      if (topics.isEmpty()) {
        throw new IllegalArgumentException(
            "The goal has no topics.\nMaybe name what the teams set out to learn.");
      }
      int sum = sizes.stream().mapToInt(Integer::intValue).sum();
      if (sum != count || sizes.stream().anyMatch(size -> size < 2)) {
        throw new IllegalArgumentException(
            "Team sizes "
                + sizes
                + " do not put "
                + count
                + " members into teams of 2 or more.\nMaybe use TeamProblem.sizesOfAbout.");
      }
      for (TeamWish wish : wishes) {
        if (!members.containsKey(wish.first()) || !members.containsKey(wish.second())) {
          throw new IllegalArgumentException(
              "A wish names "
                  + (members.containsKey(wish.first()) ? wish.second() : wish.first())
                  + ", who is not in the class.\nMaybe they have left it.");
        }
      }
      if (teachingFrom < 1 || teachingFrom > TeamMember.HIGHEST_PROFICIENCY) {
        throw new IllegalArgumentException(
            "Teaching is to start from proficiency "
                + teachingFrom
                + ".\nMaybe 2 (on one's own) or 3 (strong).");
      }
      return new TeamProblem(this);
    }
  }
}
