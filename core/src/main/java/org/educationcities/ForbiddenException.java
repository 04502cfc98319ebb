package org.educationcities;

/**
 * The actor's role does not allow what was asked. Says what was asked, nothing about what would
 * have been seen.
 */
public final class ForbiddenException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  /** A refusal of an act to an actor. */
  public ForbiddenException(Actor actor, String act) {
    super(
        "forbidden",
        actor.id(),
        "An actor in the role "
            + actor.role()
            + " may not "
            + act
            + ".\nMaybe they are signed in in another role than they need.");
  }
}
