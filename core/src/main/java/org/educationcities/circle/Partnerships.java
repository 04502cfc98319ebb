package org.educationcities.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.educationcities.city.SchoolId;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Part;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.Party;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.TermId;
import org.jspecify.annotations.Nullable;

/**
 * The city circle: the standing bond of a school and a provider over terms. It grows out of
 * placements: enough learners of the school at the provider's, in enough terms. A school without
 * any is told whom of its own city to ask, by strengths and growth areas; that is an idea, not a
 * collaboration. Stateless and thread-safe; deterministic.
 */
public final class Partnerships {
  private Partnerships() {}

  /**
   * From when on a bond stands.
   *
   * @param learners how many learners of the school in a term, 1 or more
   * @param terms in how many terms, 1 or more
   */
  public record BondRule(int learners, int terms) {
    /** A rule of at least one learner in one term. */
    public BondRule {
      if (learners < 1 || terms < 1) {
        throw new IllegalArgumentException(
            "A bond rests on 1 or more learners and terms, not "
                + learners
                + " and "
                + terms
                + ".");
      }
    }
  }

  /**
   * A bond of a school and a provider.
   *
   * @param school the school
   * @param provider the provider
   * @param learnersByTerm how many learners of the school were there, in each term that counts
   * @param affinity what the two give each other, with its explanation
   * @param proposal the collaboration that is proposed
   */
  public record Bond(
      SchoolId school,
      ProviderId provider,
      SortedMap<String, Integer> learnersByTerm,
      Affinity affinity,
      Collaboration proposal) {
    /** A bond; the map is copied. */
    public Bond {
      learnersByTerm = Collections.unmodifiableSortedMap(new TreeMap<>(learnersByTerm));
    }
  }

  /**
   * Whom a school without a bond might ask.
   *
   * @param school the school
   * @param provider the provider of its city with which both gain most
   * @param affinity what they would give each other
   */
  public record Idea(SchoolId school, ProviderId provider, Affinity affinity) {}

  /**
   * The bonds of a city.
   *
   * @param bonds by school and provider
   * @param ideas for the schools without one, by school
   * @param left schools with neither
   */
  public record Result(List<Bond> bonds, List<Idea> ideas, List<SchoolId> left) {
    /** A result; lists are copied. */
    public Result {
      bonds = List.copyOf(bonds);
      ideas = List.copyOf(ideas);
      left = List.copyOf(left);
    }

    /** What is proposed: a collaboration for each bond. */
    public List<Collaboration> proposals() {
      return bonds.stream().map(Bond::proposal).toList();
    }
  }

  private record Ends(String school, String provider) {}

  /**
   * The bonds that placements have made. Linear in the placements; schools without a bond × their
   * city's providers for the ideas.
   *
   * @param placements of all terms that count; of schools and providers that are not given, none is
   *     looked at
   */
  public static Result compose(
      Collection<ProfiledParty> schools,
      Collection<ProfiledParty> providers,
      Collection<SchoolPlacement> placements,
      BondRule rule,
      AffinityFormula formula,
      Occasion occasion) {
    SortedMap<String, ProfiledParty> schoolsById = byId(schools, Party.Kind.SCHOOL);
    SortedMap<String, ProfiledParty> providersById = byId(providers, Party.Kind.PROVIDER);
    Map<Ends, TreeMap<String, Set<LearnerId>>> together = new HashMap<>();
    for (SchoolPlacement each : placements) {
      together
          .computeIfAbsent(
              new Ends(each.school().value(), each.provider().value()), ends -> new TreeMap<>())
          .computeIfAbsent(term(each.term()), term -> new HashSet<>())
          .add(each.learner());
    }
    List<Bond> bonds = new ArrayList<>();
    together.forEach(
        (ends, learners) -> {
          ProfiledParty school = schoolsById.get(ends.school());
          ProfiledParty provider = providersById.get(ends.provider());
          SortedMap<String, Integer> counted = counted(learners, rule);
          if (school != null && provider != null && counted.size() >= rule.terms()) {
            bonds.add(bond(school, provider, counted, formula, occasion));
          }
        });
    bonds.sort(
        Comparator.<Bond, String>comparing(each -> each.school().value())
            .thenComparing(each -> each.provider().value()));
    Set<String> bound = new HashSet<>();
    bonds.forEach(each -> bound.add(each.school().value()));
    List<Idea> ideas = new ArrayList<>();
    List<SchoolId> left = new ArrayList<>();
    for (ProfiledParty school : schoolsById.values()) {
      if (!bound.contains(school.id())) {
        Idea idea = idea(school, providersById.values(), formula);
        if (idea == null) {
          left.add(new SchoolId(school.id()));
        } else {
          ideas.add(idea);
        }
      }
    }
    return new Result(bonds, ideas, left);
  }

  private static String term(TermId term) {
    return term.value();
  }

  private static SortedMap<String, ProfiledParty> byId(
      Collection<ProfiledParty> parties, Party.Kind kind) {
    SortedMap<String, ProfiledParty> byId = new TreeMap<>();
    for (ProfiledParty each : parties) {
      ProfiledParty.require(each, kind);
      byId.put(each.id(), each);
    }
    return byId;
  }

  private static SortedMap<String, Integer> counted(
      Map<String, Set<LearnerId>> learners, BondRule rule) {
    SortedMap<String, Integer> counted = new TreeMap<>();
    learners.forEach(
        (term, who) -> {
          if (who.size() >= rule.learners()) {
            counted.put(term, who.size());
          }
        });
    return counted;
  }

  private static Bond bond(
      ProfiledParty school,
      ProfiledParty provider,
      SortedMap<String, Integer> counted,
      AffinityFormula formula,
      Occasion occasion) {
    Collaboration proposal =
        occasion
            .propose(
                CollaborationKind.PARTNERSHIP,
                List.of(school.as(Part.WORKS_ON_IT), provider.as(Part.PROVIDES)))
            .build();
    return new Bond(
        new SchoolId(school.id()),
        new ProviderId(provider.id()),
        counted,
        formula.between(school.profile(), provider.profile()),
        proposal);
  }

  private static @Nullable Idea idea(
      ProfiledParty school, Collection<ProfiledParty> providers, AffinityFormula formula) {
    Idea best = null;
    for (ProfiledParty provider : providers) {
      if (provider.home().city().equals(school.home().city())) {
        Affinity affinity = formula.between(school.profile(), provider.profile());
        if (affinity.points() > (best == null ? 0 : best.affinity().points())) {
          best = new Idea(new SchoolId(school.id()), new ProviderId(provider.id()), affinity);
        }
      }
    }
    return best;
  }
}
