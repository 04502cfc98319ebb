package org.educationcities.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.educationcities.exchange.JsonPart.Kind;
import org.educationcities.exchange.JsonPart.Place;
import org.educationcities.exchange.StrictUtf8Reader.NotUtf8Exception;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) with the place of every value, within limits on depth, length and number of
 * values, names twice refused. A document that is an array is handed on element by element, so that
 * a long list need not stand in memory.
 */
public final class JsonDocument {
  private static final int TEXT_OF_A_VALUE = 100;

  private final String file;
  private final ImportLog log;
  private int values;

  private JsonDocument(String file, ImportLog log) {
    this.file = file;
    this.log = log;
  }

  /**
   * Reads a file of the set. A value counts as taken if the consumer returns, and as refused if it
   * throws what {@link JsonPart#refuse} made. A file that is no JSON ends with a problem in the
   * log.
   *
   * @throws ImportException if the file or the set is beyond the limits
   */
  public static void read(SourceFiles files, String file, ImportLog log, Consumer<JsonPart> each) {
    new JsonDocument(file, log).read(files, each);
  }

  private void read(SourceFiles files, Consumer<JsonPart> each) {
    try (StrictUtf8Reader text = new StrictUtf8Reader(files.open(file));
        JsonParser parser = factory(log.limits()).createParser(text)) {
      document(parser, each);
    } catch (RefusedRow e) {
      log.refuse(e.problem());
    } catch (NotUtf8Exception e) {
      log.refuse(
          new Problem(
              file,
              e.line,
              e.column,
              "",
              "not-utf8",
              "Here the text is not UTF-8; the rest was left.\n"
                  + "Maybe it was saved in another encoding, such as UTF-16 or Windows-1255."));
    } catch (IOException e) {
      log.refuse(
          Problem.of(
              file,
              "file-unreadable",
              "It cannot be read further ("
                  + e.getClass().getSimpleName()
                  + ").\nMaybe it was cut or damaged on its way."));
    }
  }

  private void document(JsonParser parser, Consumer<JsonPart> each) throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        log.refuse(new Problem(file, 1, 1, "", "json-empty", "The file is empty."));
        return;
      }
      if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values = 0;
          hand(part(parser, ""), each);
        }
      } else {
        hand(part(parser, ""), each);
      }
      if (parser.nextToken() != null) {
        log.refuse(
            problem(
                parser.currentTokenLocation(),
                "json-trailing",
                "Something follows the document's end.\n"
                    + "Maybe two documents were put into one file."));
      }
    } catch (JsonProcessingException e) {
      // Its message repeats the text of the file.
      JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      log.refuse(
          problem(
              at,
              "json-broken",
              e instanceof StreamConstraintsException
                  ? "It is nested too deep, or a name, text or number is too long; the rest was"
                      + " left.\n"
                      + "Maybe it was made to harm; else raise the limits."
                  : "This is not JSON of RFC 8259; the rest was left.\n"
                      + "Maybe it was cut on its way, or has comments, single quotes or a name"
                      + " twice."));
    }
  }

  private static JsonFactory factory(ImportLimits limits) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.jsonDepth())
                .maxStringLength(limits.fieldLength())
                .maxNumberLength(100)
                .maxNameLength(Math.min(limits.fieldLength(), 1_000))
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
        .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
        .build();
  }

  private void hand(@Nullable JsonPart part, Consumer<JsonPart> each) {
    if (part == null) {
      log.refuse(Problem.of(file, "json-null", "A null stands where a value is asked for."));
      return;
    }
    try {
      each.accept(part);
      log.took(file);
    } catch (RefusedRow e) {
      log.refuse(e.problem());
    } catch (IllegalArgumentException e) {
      // How the records of the domain refuse; their messages may hold values, so they are not
      // repeated.
      log.refuse(part.problem("row-refused", "Its values do not go together."));
    }
  }

  private @Nullable JsonPart part(JsonParser parser, String name) throws IOException {
    JsonLocation at = parser.currentTokenLocation();
    Place place = new Place(file, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), name);
    if (++values > log.limits().jsonValues()) {
      throw new RefusedRow(
          problem(
              at,
              "json-too-large",
              "There are more than " + log.limits().jsonValues() + " values; the rest was left."));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, place);
      case START_ARRAY -> array(parser, place);
      case VALUE_STRING -> {
        // A long text takes as much memory as many values.
        values += parser.getTextLength() / TEXT_OF_A_VALUE;
        yield JsonPart.scalar(place, Kind.TEXT, parser.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          JsonPart.scalar(place, Kind.NUMBER, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> JsonPart.scalar(place, Kind.FLAG, parser.getText());
      default -> null;
    };
  }

  private JsonPart object(JsonParser parser, Place place) throws IOException {
    Map<String, JsonPart> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      JsonPart value = part(parser, name);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return JsonPart.object(place, fields);
  }

  private JsonPart array(JsonParser parser, Place place) throws IOException {
    List<JsonPart> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonPart value = part(parser, place.name());
      if (value != null) {
        items.add(value);
      }
    }
    return JsonPart.array(place, items);
  }

  private Problem problem(@Nullable JsonLocation at, String code, String reason) {
    return new Problem(
        file,
        at == null ? 0 : Math.max(0, at.getLineNr()),
        at == null ? 0 : Math.max(0, at.getColumnNr()),
        "",
        code,
        reason);
  }
}
