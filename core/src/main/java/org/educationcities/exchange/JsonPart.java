package org.educationcities.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON document with its place. Whatever asks for a value of a kind that it is not
 * throws, so that the document is refused with that place; what is null is absent. Immutable.
 */
public final class JsonPart {
  private final String file;
  private final long line;
  private final int column;
  private final String name;
  private final Kind kind;
  private final String text;
  private final Map<String, JsonPart> fields;
  private final List<JsonPart> items;

  /** The kinds of value. */
  public enum Kind {
    /** With named fields. */
    OBJECT,
    /** With items in order. */
    ARRAY,
    /** A text. */
    TEXT,
    /** A number, kept as it is written. */
    NUMBER,
    /** True or false. */
    FLAG
  }

  private JsonPart(
      Place place, Kind kind, String text, Map<String, JsonPart> fields, List<JsonPart> items) {
    this.file = place.file();
    this.line = place.line();
    this.column = place.column();
    this.name = place.name();
    this.kind = kind;
    this.text = text;
    this.fields = fields;
    this.items = items;
  }

  /** Where a value stands. */
  record Place(String file, long line, int column, String name) {}

  static JsonPart object(Place place, Map<String, JsonPart> fields) {
    return new JsonPart(place, Kind.OBJECT, "", ImmutableMap.copyOf(fields), ImmutableList.of());
  }

  static JsonPart array(Place place, List<JsonPart> items) {
    return new JsonPart(place, Kind.ARRAY, "", ImmutableMap.of(), ImmutableList.copyOf(items));
  }

  static JsonPart scalar(Place place, Kind kind, String text) {
    return new JsonPart(place, kind, text, ImmutableMap.of(), ImmutableList.of());
  }

  /** What kind of value it is. */
  public Kind kind() {
    return kind;
  }

  /** The file it stands in. */
  public String file() {
    return file;
  }

  /** A problem at this place. */
  public Problem problem(String code, String reason) {
    return new Problem(file, line, column, name, code, reason);
  }

  /** What to throw so that the document is refused because of this value. */
  public RefusedRow refuse(String code, String reason) {
    return new RefusedRow(problem(code, reason));
  }

  /** The names of an object's fields, in the order they stand; empty for any other kind. */
  public Iterable<String> names() {
    return fields.keySet();
  }

  /** A field of an object, if it is there and not null. */
  public Optional<JsonPart> field(String field) {
    if (kind != Kind.OBJECT) {
      throw refuse("object-expected", "An object is asked for here.");
    }
    return Optional.ofNullable(fields.get(field));
  }

  /** The items of a field that is an array; none if it is absent. */
  public List<JsonPart> items(String field) {
    return field(field).map(JsonPart::items).orElse(ImmutableList.of());
  }

  /** The items of an array. */
  public List<JsonPart> items() {
    if (kind != Kind.ARRAY) {
      throw refuse("array-expected", "An array is asked for here.");
    }
    return items;
  }

  /** The text of this value, or its number or flag as written. */
  public String text() {
    if (kind == Kind.OBJECT || kind == Kind.ARRAY) {
      throw refuse("text-expected", "A text is asked for here.");
    }
    return text;
  }

  /** The text of a field, stripped, if there is any. */
  public Optional<String> text(String field) {
    return field(field).map(JsonPart::text).map(String::strip).filter(each -> !each.isEmpty());
  }

  /** The text of a field that must be filled. */
  public String required(String field) {
    return text(field)
        .orElseThrow(
            () ->
                new RefusedRow(
                    new Problem(
                        file, line, column, field, "field-empty", "This field must be filled.")));
  }

  /**
   * Whatever a function makes of the text of a field, if there is any.
   *
   * @param parse throws {@link IllegalArgumentException} or {@link DateTimeException} for what it
   *     does not take
   */
  public <T> Optional<T> parsed(
      String field, Function<String, @Nullable T> parse, String code, String reason) {
    Optional<String> found = text(field);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonPart part = fields.get(field);
    T value;
    try {
      value = parse.apply(found.get());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw (part == null ? this : part).refuse(code, reason);
    }
    if (value == null) {
      throw (part == null ? this : part).refuse(code, reason);
    }
    return Optional.of(value);
  }

  /** The place only: the text may be personal. */
  @Override
  public String toString() {
    return "JsonPart[" + kind + " at " + line + ":" + column + "]";
  }
}
