package org.educationcities.report;

/** Where facts come from; each section of a page says it. */
public enum Provenance {
  /** Taken over from a named public source. */
  REAL,
  /** Made by a seeded generator, because no public list exists, as of any child. */
  GENERATED,
  /** Some of both; the note says which. */
  MIXED,
  /** Worked out by the library from the other facts. */
  COMPUTED
}
