package org.educationcities.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;

/** What an import took, what it could not take and why, and what it left alone. Immutable. */
public final class ImportReport {
  private final Map<String, Integer> taken;
  private final List<Problem> refused;
  private final long refusedCount;
  private final List<Problem> notes;

  ImportReport(
      Map<String, Integer> taken, List<Problem> refused, long refusedCount, List<Problem> notes) {
    this.taken = ImmutableSortedMap.copyOf(taken);
    this.refused = ImmutableList.copyOf(refused);
    this.refusedCount = refusedCount;
    this.notes = ImmutableList.copyOf(notes);
  }

  /** How many rows or documents were taken, by the file they stood in. */
  public Map<String, Integer> taken() {
    return taken;
  }

  /** What could not be taken, in the order found, as far as the limits let it be kept. */
  public List<Problem> refused() {
    return refused;
  }

  /** How many could not be taken, the ones not kept included. */
  public long refusedCount() {
    return refusedCount;
  }

  /**
   * What was left alone or is odd, though nothing was lost that was asked for: unknown columns,
   * other files.
   */
  public List<Problem> notes() {
    return notes;
  }

  /** Whether everything that was asked for was taken. */
  public boolean isClean() {
    return refusedCount == 0;
  }

  /** Counts only. */
  @Override
  public String toString() {
    return "ImportReport[" + taken + ", " + refusedCount + " refused, " + notes.size() + " notes]";
  }
}
