package org.example.sis;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Ids out of integer keys: a letter for the table and the key, such as {@code p17}. The letter
 * keeps a person's 17 from being taken for an organisation's; a text that only looks like a key
 * (017, +17, 17 with a blank) is nobody's.
 */
enum SisId {
  MUNICIPALITY("m"),
  SETTLEMENT("t"),
  INSTITUTION("i"),
  CLASS_GROUP("c"),
  PERSON("p"),
  ORGANISATION("o"),
  VENUE("v");

  private static final Pattern KEY = Pattern.compile("[1-9][0-9]{0,8}");

  private final String letter;

  SisId(String letter) {
    this.letter = letter;
  }

  String of(int key) {
    return letter + key;
  }

  /** The key of an id; empty for a text that is no id of this table. */
  OptionalInt key(String id) {
    boolean isOurs = id.startsWith(letter) && KEY.matcher(id.substring(1)).matches();
    return isOurs ? OptionalInt.of(Integer.parseInt(id.substring(1))) : OptionalInt.empty();
  }
}
