package org.educationcities.matching;

/** Recognises the first thing by which a problem is no min-cost flow between two trees. */
final class HardClass {

  private HardClass() {}

  static ProblemClass of(HardProblem problem) {
    ProblemClass found = units(problem);
    found = found.isExact() ? opportunities(problem) : found;
    found = found.isExact() ? limits(problem) : found;
    found = found.isExact() ? clashes(problem) : found;
    return found.isExact() ? BestTotal.recognise(problem.quotas()) : found;
  }

  private static ProblemClass units(HardProblem problem) {
    for (int u = 0; u < problem.unitCount(); u++) {
      if (problem.size(u) > 1) {
        return ProblemClass.outside(problem.unitId(u), "it is several learners, never split.");
      }
      if (problem.takesOf(u) != problem.partsOfAPlace()) {
        return ProblemClass.outside(
            problem.unitId(u), "who takes another part of a place than others.");
      }
    }
    return ProblemClass.EXACT;
  }

  private static ProblemClass opportunities(HardProblem problem) {
    for (int j = 0; j < problem.quotas().pairs().opportunityCount(); j++) {
      String id = problem.quotas().pairs().opportunities().get(j);
      if (problem.atLeastOrNone(j) > 1) {
        return ProblemClass.outside(id, "it has a least number of learners, or none.");
      }
      if (problem.openingCost(j) > 0) {
        return ProblemClass.outside(id, "opening it has a cost.");
      }
    }
    return ProblemClass.EXACT;
  }

  private static ProblemClass limits(HardProblem problem) {
    for (int l = 0; l < problem.limits().size(); l++) {
      OpenLimit limit = problem.limits().get(l);
      if (limit.most() < problem.limited(l).length) {
        return ProblemClass.outside(limit.id(), "it bounds how many opportunities open.");
      }
    }
    return ProblemClass.EXACT;
  }

  /** Clashes that are stated matter where somebody may take both. */
  private static ProblemClass clashes(HardProblem problem) {
    for (int u = 0; u < problem.unitCount(); u++) {
      for (int e = problem.start(u); problem.mostOf(u) > 1 && e < problem.start(u + 1); e++) {
        int one = problem.opportunityOf(e);
        for (int other : problem.clashing(one)) {
          if (problem.quotas().pairs().pair(problem.learnersOf(u)[0], other) >= 0
              && !problem.quotas().shareSlot(one, other)) {
            return ProblemClass.outside(
                problem.quotas().pairs().opportunities().get(one),
                "it overlaps with '"
                    + problem.quotas().pairs().opportunities().get(other)
                    + "', and there are learners who may take both.");
          }
        }
      }
    }
    return ProblemClass.EXACT;
  }
}
