package org.educationcities.privacy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;

/**
 * What a verification of the audit found.
 *
 * @param chained how many entries have a place in the chain
 * @param pending how many have none yet
 * @param head where the chain ends
 * @param findings what is wrong; empty if nothing is
 */
public record AuditReport(long chained, long pending, AuditHead head, List<Finding> findings) {

  /** What can be wrong. */
  public enum Problem {
    /** An entry of the chain is not there. */
    MISSING,
    /** Two entries claim one place. */
    DOUBLED,
    /** An entry's content does not have its hash. */
    CHANGED,
    /** An entry does not follow from the one before it. */
    NOT_LINKED,
    /** An entry has no genuine mark: it was written by something else than the library. */
    FORGED,
    /** The head is not where the chain ends, or has no genuine mark. */
    WRONG_HEAD,
    /** The chain does not go through a head that was kept outside. */
    NOT_ANCHORED,
    /** Something stored was written past the library: no entry tells of its version. */
    UNRECORDED,
    /** Something was removed past the library: entries tell of it, and it is not there. */
    REMOVED,
    /** A child would be somewhere by it, and there is no clearance. */
    WITHOUT_CLEARANCE,
    /** What is stored cannot be read, or is sealed by no key that is there. */
    UNREADABLE
  }

  /**
   * One thing that is wrong.
   *
   * @param problem what
   * @param where the place in the chain, or the kind and id of what is stored
   */
  public record Finding(Problem problem, String where) {
    /** A finding. */
    public Finding {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(where, "where");
    }
  }

  /** A report. */
  public AuditReport {
    Objects.requireNonNull(head, "head");
    findings = ImmutableList.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return findings.isEmpty();
  }
}
