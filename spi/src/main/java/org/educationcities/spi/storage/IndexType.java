package org.educationcities.spi.storage;

/** What an index holds. */
public enum IndexType {
  /** Whole numbers; instants too, as microseconds since the epoch. */
  NUMBER,
  /** Texts, ordered by code point. */
  TEXT
}
