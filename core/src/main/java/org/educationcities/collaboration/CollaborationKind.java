package org.educationcities.collaboration;

/** What a collaboration is made for. Its circle is told by who takes part, never by its kind. */
public enum CollaborationKind {
  /** A team of a class in which every member teaches and learns. */
  EDUCATION_TEAM,
  /** Two learners, often of different classes or ages, of whom one or both teach. */
  LEARNING_PAIR,
  /** Educators in an Education Team of their own. */
  TEACHER_TEAM,
  /** One learner in one opportunity. */
  PLACEMENT,
  /** The standing bond of a school and a provider over terms. */
  PARTNERSHIP,
  /** A group around a municipal challenge, through five stages. */
  INNOVATION_LAB,
  /** A city that visits another to learn from its strengths. */
  CITY_VISIT,
  /** Places that one region opens to its neighbours. */
  SHARED_PLACE,
  /** A finished lab or programme, without its people, taken up by another city, with credit. */
  RECIPE_ADOPTION,
  /** Two classes of different countries that learn together. */
  TWIN_CLASS
}
