package org.educationcities.storage.jdbc;

/** The names of the tables under a prefix, on a database. */
record Tables(Dialect dialect, String prefix) {
  static final String ROW = "version, format, payload, indexed";

  String entity() {
    return prefix + "entity";
  }

  String texts() {
    return prefix + "text_index";
  }

  String numbers() {
    return prefix + "number_index";
  }
}
