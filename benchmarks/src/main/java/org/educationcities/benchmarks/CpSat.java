package org.educationcities.benchmarks;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import org.educationcities.matching.HardProblem;
import org.educationcities.matching.OpenLimit;
import org.educationcities.matching.Quota;

/** OR-Tools' CP-SAT (C++) on the same problem: one worker, so many seconds at most. */
final class CpSat {
  private final HardProblem problem;
  private final CpModel model = new CpModel();
  private final BoolVar[] takes;
  private final BoolVar[] opens;
  private final int[] unitOf;
  private final List<List<Integer>> pairsAt = new ArrayList<>();

  private CpSat(HardProblem problem) {
    this.problem = problem;
    int opportunities = problem.quotas().pairs().opportunityCount();
    this.takes = new BoolVar[problem.pairCount()];
    this.opens = new BoolVar[opportunities];
    this.unitOf = new int[problem.pairCount()];
    for (int j = 0; j < opportunities; j++) {
      opens[j] = model.newBoolVar("open" + j);
      pairsAt.add(new ArrayList<>());
    }
    for (int u = 0; u < problem.unitCount(); u++) {
      for (int e = problem.start(u); e < problem.start(u + 1); e++) {
        takes[e] = model.newBoolVar("pair" + e);
        unitOf[e] = u;
        pairsAt.get(problem.opportunityOf(e)).add(e);
        if (problem.isFixed(e)) {
          model.addEquality(takes[e], 1);
        }
      }
    }
  }

  /**
   * What it found.
   *
   * @param value the best found
   * @param bound what it says nothing exceeds
   * @param status whether that is proven
   */
  record Found(long value, long bound, CpSolverStatus status) {}

  static Found solve(HardProblem problem, double seconds) {
    OrTools.ready();
    CpSat sat = new CpSat(problem);
    sat.units();
    sat.opportunities();
    sat.quotas();
    sat.objective();
    CpSolver solver = new CpSolver();
    solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(seconds);
    CpSolverStatus status = solver.solve(sat.model);
    return new Found(
        Math.round(solver.objectiveValue()), Math.round(solver.bestObjectiveBound()), status);
  }

  private void units() {
    for (int u = 0; u < problem.unitCount(); u++) {
      int from = problem.start(u);
      int until = problem.start(u + 1);
      LinearExprBuilder taken = LinearExpr.newBuilder();
      for (int e = from; e < until; e++) {
        taken.add(takes[e]);
      }
      model.addLessOrEqual(taken.build(), problem.mostOf(u));
      if (problem.mostOf(u) > 1) {
        slots(from, until);
      }
    }
  }

  private void slots(int from, int until) {
    List<LinearExprBuilder> inSlot = new ArrayList<>();
    for (int s = 0; s < problem.quotas().slotCount(); s++) {
      inSlot.add(LinearExpr.newBuilder());
    }
    for (int e = from; e < until; e++) {
      for (int s : problem.quotas().slotsOf(problem.opportunityOf(e))) {
        inSlot.get(s).add(takes[e]);
      }
    }
    for (LinearExprBuilder each : inSlot) {
      model.addLessOrEqual(each.build(), 1);
    }
  }

  private void opportunities() {
    for (int j = 0; j < opens.length; j++) {
      LinearExprBuilder parts = LinearExpr.newBuilder();
      LinearExprBuilder learners = LinearExpr.newBuilder();
      for (int e : pairsAt.get(j)) {
        parts.addTerm(takes[e], problem.takesOf(unitOf[e]));
        learners.addTerm(takes[e], problem.size(unitOf[e]));
        model.addImplication(takes[e], opens[j]);
      }
      model.addLessOrEqual(parts.build(), problem.capacity(j));
      learners.addTerm(opens[j], -problem.atLeastOrNone(j));
      model.addGreaterOrEqual(learners.build(), 0);
    }
    for (int l = 0; l < problem.limits().size(); l++) {
      OpenLimit limit = problem.limits().get(l);
      LinearExprBuilder open = LinearExpr.newBuilder();
      for (int j : problem.limited(l)) {
        open.add(opens[j]);
      }
      model.addLessOrEqual(open.build(), limit.most());
    }
  }

  private void quotas() {
    for (Quota quota : problem.quotas().quotas()) {
      LinearExprBuilder taken = LinearExpr.newBuilder();
      for (int e = 0; e < takes.length; e++) {
        int under = 0;
        for (int i : problem.learnersOf(unitOf[e])) {
          under += problem.quotas().isUnder(quota, i, problem.opportunityOf(e)) ? 1 : 0;
        }
        if (under > 0) {
          taken.addTerm(takes[e], under);
        }
      }
      model.addLinearConstraint(taken.build(), quota.least(), quota.most());
    }
  }

  private void objective() {
    LinearExprBuilder value = LinearExpr.newBuilder();
    for (int e = 0; e < takes.length; e++) {
      value.addTerm(takes[e], problem.affinityOf(e));
    }
    for (int j = 0; j < opens.length; j++) {
      value.addTerm(opens[j], -problem.openingCost(j));
    }
    model.maximize(value.build());
  }
}
