package org.educationcities;

/** There is nothing under an id. */
public final class NotFoundException extends EducationCitiesException {
  private static final long serialVersionUID = 1L;

  /** An error about an id of a kind of thing. */
  public NotFoundException(String kind, String id) {
    super(
        "not-found",
        id,
        "There is no " + kind + " under this id.\nMaybe it has left, or belongs to another space.");
  }
}
