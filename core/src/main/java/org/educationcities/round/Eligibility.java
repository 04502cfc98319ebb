package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.city.Distance;

/**
 * Which learner may be placed where, told by the hard rules one pair at a time. It shares nothing
 * with the engine's indexes, and so checks what these found. Immutable and thread-safe.
 */
public final class Eligibility {
  private final List<HardRule> rules;

  /** Eligibility by rules, each asked in its order. */
  public Eligibility(List<HardRule> rules) {
    this.rules = ImmutableList.copyOf(rules);
    long codes = this.rules.stream().map(HardRule::code).distinct().count();
    if (codes != this.rules.size()) {
      throw new IllegalArgumentException(
          "Two hard rules have the same code.\nMaybe one was added twice.");
    }
  }

  /** The rules. */
  public List<HardRule> rules() {
    return rules;
  }

  /** The least of how far a learner goes by each rule, if any tells. */
  Optional<Distance> reach() {
    return rules.stream().flatMap(rule -> rule.reach().stream()).min(Comparator.naturalOrder());
  }

  /** The codes of all rules that refuse a pair; empty if it is eligible. */
  public List<String> refusals(TermLearner learner, TermOpportunity offered) {
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(offered, "offered");
    // Asked for millions of pairs: most refuse nothing or little.
    List<String> codes = List.of();
    for (HardRule rule : rules) {
      if (!rule.admits(learner, offered)) {
        if (codes.isEmpty()) {
          codes = new ArrayList<>();
        }
        codes.add(rule.code());
      }
    }
    return codes;
  }

  /** Whether no rule refuses a pair. */
  public boolean isEligible(TermLearner learner, TermOpportunity offered) {
    for (HardRule rule : rules) {
      if (!rule.admits(learner, offered)) {
        return false;
      }
    }
    return true;
  }
}
