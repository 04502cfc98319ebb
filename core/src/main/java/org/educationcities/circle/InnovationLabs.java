package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.city.CityId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.collaboration.Participant;
import org.educationcities.profile.AffinityRule;
import org.educationcities.profile.AffinityTable;
import org.educationcities.profile.GrowthArea;
import org.educationcities.profile.Importance;
import org.educationcities.profile.Party;
import org.educationcities.profile.Proficiency;
import org.educationcities.profile.Profile;
import org.educationcities.profile.Taxonomy;

/**
 * The city circle: gathers groups around the city's challenges for Innovation Labs. For each growth
 * area of the city, the most important first, the learners who serve it most and learn most in it,
 * a provider who is strong in it, and a mentor if there is one; nobody is in two labs.
 * Deterministic. Immutable and thread-safe.
 */
public final class InnovationLabs {
  private final AffinityTable table;
  private final int leastLearners;
  private final int mostLearners;

  /**
   * A lab that is proposed.
   *
   * @param lab at its first stage
   * @param group what the members' strengths and growth areas have to do with the challenge, in the
   *     order of the participants who are learners: points for serving it and for learning in it
   * @param proposal the collaboration that is proposed, with the lab in its attributes
   */
  public record Proposed(InnovationLab lab, List<Member> group, Collaboration proposal) {
    /** A lab; lists are copied. */
    public Proposed {
      group = List.copyOf(group);
    }
  }

  /**
   * Why a learner is in a group.
   *
   * @param party the learner
   * @param serves how much their strengths serve the challenge, 0 to 1000
   * @param learns how much of what they want to learn lies in it, 0 to 1000
   */
  public record Member(Party party, int serves, int learns) {}

  /**
   * The labs of a city.
   *
   * @param labs by importance of the challenge
   * @param left challenges for which there is no group or no provider
   */
  public record Result(List<Proposed> labs, List<Challenge> left) {
    /** A result; lists are copied. */
    public Result {
      labs = List.copyOf(labs);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each lab. */
    public List<Collaboration> proposals() {
      return labs.stream().map(Proposed::proposal).toList();
    }
  }

  /**
   * Composes groups of some size.
   *
   * @param leastLearners 2 or more
   * @param mostLearners at least the least
   */
  public InnovationLabs(Taxonomy taxonomy, AffinityRule rule, int leastLearners, int mostLearners) {
    if (leastLearners < 2 || mostLearners < leastLearners) {
      throw new IllegalArgumentException(
          "A group has 2 or more learners, not " + leastLearners + " to " + mostLearners + ".");
    }
    this.table = new AffinityTable(taxonomy, rule);
    this.leastLearners = leastLearners;
    this.mostLearners = mostLearners;
  }

  /**
   * The labs for a city's most important challenges.
   *
   * @param city with its growth areas
   * @param learners who may take part: of this city; ages and clearance are for later
   * @param providers who may take part
   * @param mentors adults who may take part
   * @param mostLabs how many at most, 0 or more
   */
  public Result compose(
      ProfiledParty city,
      Collection<ProfiledParty> learners,
      Collection<ProfiledParty> providers,
      Collection<ProfiledParty> mentors,
      int mostLabs,
      Occasion occasion) {
    ProfiledParty.require(city, Party.Kind.CITY);
    List<GrowthArea> areas = new ArrayList<>(city.profile().growthAreas());
    areas.sort(
        Comparator.<GrowthArea>comparingInt(each -> -each.importance().level())
            .thenComparing(each -> each.topic().value()));
    Set<Party> taken = new HashSet<>();
    List<Proposed> labs = new ArrayList<>();
    List<Challenge> left = new ArrayList<>();
    for (GrowthArea area : areas) {
      if (labs.size() == mostLabs) {
        break;
      }
      Challenge challenge = new Challenge(new CityId(city.id()), area.topic(), area.importance());
      Optional<Proposed> lab =
          gather(city, challenge, learners, providers, mentors, taken, occasion);
      lab.ifPresentOrElse(labs::add, () -> left.add(challenge));
    }
    return new Result(labs, left);
  }

  private Optional<Proposed> gather(
      ProfiledParty city,
      Challenge challenge,
      Collection<ProfiledParty> learners,
      Collection<ProfiledParty> providers,
      Collection<ProfiledParty> mentors,
      Set<Party> taken,
      Occasion occasion) {
    AffinityTable.Compiled need =
        table.compile(Profile.builder().growthArea(challenge.topic(), Importance.GREATEST).build());
    AffinityTable.Compiled taught =
        table.compile(
            Profile.builder().strength(challenge.topic(), Proficiency.COULD_TEACH).build());
    Optional<ProfiledParty> provider = strongest(providers, need, Set.of());
    record Candidate(ProfiledParty learner, Member why) {}
    List<Candidate> group =
        learners.stream()
            .filter(each -> !taken.contains(each.party()))
            .map(each -> new Candidate(each, member(each, need, taught)))
            .filter(each -> each.why().serves() > 0)
            .sorted(
                Comparator.<Candidate>comparingInt(
                        each -> -(each.why().serves() + each.why().learns()))
                    .thenComparing(each -> each.learner().id()))
            .limit(mostLearners)
            .toList();
    if (provider.isEmpty() || group.size() < leastLearners) {
      return Optional.empty();
    }
    List<Participant> participants = new ArrayList<>();
    participants.add(city.as(Part.IS_SERVED));
    group.forEach(
        each -> {
          ProfiledParty.require(each.learner(), Party.Kind.LEARNER);
          participants.add(each.learner().as(Part.WORKS_ON_IT));
          taken.add(each.learner().party());
        });
    participants.add(provider.get().as(Part.PROVIDES));
    strongest(mentors, need, taken)
        .ifPresent(
            mentor -> {
              participants.add(mentor.as(Part.MENTORS));
              taken.add(mentor.party());
            });
    InnovationLab lab = InnovationLab.open(challenge);
    Collaboration proposal =
        occasion
            .propose(CollaborationKind.INNOVATION_LAB, participants, challenge.topic().value())
            .attributes(lab.attributes())
            .build();
    return Optional.of(new Proposed(lab, group.stream().map(Candidate::why).toList(), proposal));
  }

  private Member member(
      ProfiledParty learner, AffinityTable.Compiled need, AffinityTable.Compiled taught) {
    AffinityTable.Compiled profile = table.compile(learner.profile());
    return new Member(learner.party(), table.points(need, profile), table.points(profile, taught));
  }

  private Optional<ProfiledParty> strongest(
      Collection<ProfiledParty> among, AffinityTable.Compiled need, Set<Party> taken) {
    return among.stream()
        .filter(each -> !taken.contains(each.party()))
        .filter(each -> table.points(need, table.compile(each.profile())) > 0)
        .min(
            Comparator.<ProfiledParty>comparingInt(
                    each -> -table.points(need, table.compile(each.profile())))
                .thenComparing(ProfiledParty::id));
  }
}
