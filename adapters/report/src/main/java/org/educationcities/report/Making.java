package org.educationcities.report;

import org.educationcities.city.Circle;

/** What comes of a circle of collaboration. */
public enum Making {
  /** Education Teams of a class, in which every member both teaches and learns. */
  EDUCATION_TEAM(Circle.CLASSROOM),
  /** Single teachings: who teaches whom what, within a team. */
  PEER_LESSON(Circle.CLASSROOM),
  /** Older learners with younger ones, across classes. */
  LEARNING_PAIR(Circle.SCHOOL),
  /** Educators in Education Teams of their own. */
  TEACHER_TEAM(Circle.SCHOOL),
  /** One learner in one opportunity of the city. */
  PLACEMENT(Circle.CITY),
  /** Standing bonds of a school and a provider. */
  PARTNERSHIP(Circle.CITY),
  /** Groups around a municipal challenge, through five stages. */
  INNOVATION_LAB(Circle.CITY),
  /** Cities hosting and visiting each other. */
  VISIT(Circle.COUNTRY),
  /** Places that one region opens to its neighbours. */
  SHARED_PLACE(Circle.COUNTRY),
  /** Finished labs and programmes taken up by another city, with credit. */
  RECIPE(Circle.WORLD),
  /** Classes of different countries, by topics, language and hours that overlap. */
  TWIN_CLASS(Circle.WORLD);

  private final Circle circle;

  Making(Circle circle) {
    this.circle = circle;
  }

  /** The circle whose members make it. */
  public Circle circle() {
    return circle;
  }
}
