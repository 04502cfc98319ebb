package org.educationcities.matching;

import java.util.Arrays;

/**
 * Puts the pairs of every learner in the order of their choices: those of one slot together, those
 * without a slot each alone. Whoever takes one place at most has one choice for all. Linear.
 */
final class ChoicesBySlot {
  private final QuotaProblem problem;
  private final AllocationProblem pairs;

  /** By learner, in the order asked for: room beside what is fixed, and the first choice. */
  final int[] room;

  final int[] start;

  /** By choice: its learner, its first pair (one more at the end), whether a fixed pair took it. */
  int[] learnerOf;

  int[] first;
  boolean[] closed;

  /** By pair in the order of choices: its choice, and its number as given. Without fixed pairs. */
  final int[] choiceOf;

  final int[] original;

  private int count;

  /** By slot: the choice of the learner it is marked for. */
  private final int[] choiceOfSlot;

  private final int[] markedFor;

  ChoicesBySlot(QuotaProblem problem, int[] order) {
    this.problem = problem;
    this.pairs = problem.pairs();
    int n = pairs.learnerCount();
    this.room = new int[n];
    this.start = new int[n + 1];
    this.learnerOf = new int[n];
    this.first = new int[n];
    this.closed = new boolean[n];
    this.choiceOf = new int[pairs.pairCount() - problem.fixedCount()];
    this.original = new int[choiceOf.length];
    this.choiceOfSlot = new int[problem.slotCount()];
    this.markedFor = new int[problem.slotCount()];
    Arrays.fill(markedFor, -1);
    int[] choices = new int[16];
    int end = 0;
    for (int at = 0; at < n; at++) {
      int i = order[at];
      start[at] = count;
      room[at] = problem.most(i);
      int own = pairs.start(i + 1) - pairs.start(i);
      if (own > choices.length) {
        choices = new int[2 * own];
      }
      addChoices(i, at, choices);
      end = addPairs(i, at, choices, end);
    }
    start[n] = count;
    learnerOf = Arrays.copyOf(learnerOf, count);
    closed = Arrays.copyOf(closed, count);
    first = Arrays.copyOf(first, count + 1);
    first[count] = end;
  }

  /** Numbers a learner's choices and counts their pairs. */
  private void addChoices(int i, int number, int[] choices) {
    for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
      int choice = choiceFor(number, problem.most(i), problem.slotOf(pairs.opportunityOf(e)));
      choices[e - pairs.start(i)] = choice;
      if (problem.isFixed(e)) {
        // Two fixed pairs in one choice are no placement: a room below 0 says so.
        room[number] -= closed[choice] ? problem.most(i) + 1 : 1;
        closed[choice] = true;
      } else {
        first[choice]++;
      }
    }
  }

  private int choiceFor(int number, int most, int slot) {
    if (most < 2) {
      return count > start[number] ? start[number] : newChoice(number);
    }
    if (slot < 0) {
      return newChoice(number);
    }
    if (markedFor[slot] != number) {
      markedFor[slot] = number;
      choiceOfSlot[slot] = newChoice(number);
    }
    return choiceOfSlot[slot];
  }

  private int newChoice(int learner) {
    if (count == learnerOf.length) {
      int larger = Math.addExact(16 + count, count >> 1);
      learnerOf = Arrays.copyOf(learnerOf, larger);
      first = Arrays.copyOf(first, larger);
      closed = Arrays.copyOf(closed, larger);
    }
    learnerOf[count] = learner;
    return count++;
  }

  /** Lays a learner's pairs out by choice; returns where the next learner's begin. */
  private int addPairs(int i, int number, int[] choices, int from) {
    int at = from;
    for (int c = start[number]; c < count; c++) {
      int size = first[c];
      first[c] = at;
      at += size;
    }
    for (int e = pairs.start(i); e < pairs.start(i + 1); e++) {
      if (!problem.isFixed(e)) {
        int choice = choices[e - pairs.start(i)];
        choiceOf[first[choice]] = choice;
        original[first[choice]++] = e;
      }
    }
    // Every first has moved on to its end, where the next one begins.
    int begin = from;
    for (int c = start[number]; c < count; c++) {
      int behind = first[c];
      first[c] = begin;
      begin = behind;
    }
    return at;
  }
}
