package org.educationcities.safeguarding;

/**
 * A condition of a host or an authority: an approval for a trip, a border zone, a school's own
 * rule. It can only refuse; one that throws has refused. It is asked outside of any transaction,
 * and no override goes beyond it.
 */
public interface HostCondition {

  /** Its stable code, lower-case words joined by hyphens. */
  String code();

  /** Whether it has nothing against an activity. */
  boolean accepts(Activity activity);
}
