package org.educationcities.storage.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexValue;
import org.jspecify.annotations.Nullable;

/**
 * One entity, or the end of one, as JSON. A payload that is itself compact JSON stands there laid
 * out, one member a line; other text as a string; any other bytes in base 64. Which form was chosen
 * was tried: reading gives the payload back bit for bit.
 *
 * @param entity what is there, or null if it was deleted
 */
record EntityText(String space, String type, String id, @Nullable Entity entity) {

  static EntityText of(String space, Entity entity) {
    return new EntityText(space, entity.type(), entity.id(), entity);
  }

  /** The JSON, over several lines and with a line end. */
  String write() {
    StringBuilder out = new StringBuilder("{\n");
    out.append("  \"space\": ").append(Json.quote(space)).append(",\n");
    out.append("  \"type\": ").append(Json.quote(type)).append(",\n");
    out.append("  \"id\": ").append(Json.quote(id));
    Entity there = entity;
    if (there != null) {
      out.append(",\n  \"version\": ").append(there.version());
      out.append(",\n  \"format\": ").append(there.format());
      out.append(",\n  \"index\": {");
      String comma = "";
      for (Map.Entry<String, IndexValue> entry : new TreeMap<>(there.index()).entrySet()) {
        out.append(comma).append("\n    ").append(Json.quote(entry.getKey())).append(": ");
        out.append(
            entry.getValue() instanceof IndexValue.Text text
                ? Json.quote(text.value())
                : entry.getValue() instanceof IndexValue.Whole whole
                    ? Long.toString(whole.value())
                    : "");
        comma = ",";
      }
      out.append(comma.isEmpty() ? "},\n" : "\n  },\n").append(payload(there.payload()));
    }
    return out.append("\n}\n").toString();
  }

  private static String payload(byte[] bytes) {
    String text = text(bytes);
    if (text == null) {
      return "  \"base64\": \"" + Base64.getEncoder().encodeToString(bytes) + "\"";
    }
    if ((text.startsWith("{") || text.startsWith("[")) && Json.isShallow(text)) {
      String laidOut = Json.laidOut(text, "  ");
      try {
        Json json = new Json(laidOut);
        String compacted = json.compacted();
        json.end();
        if (compacted.equals(text) && !hasBareControl(text)) {
          return "  \"json\": " + laidOut;
        }
      } catch (IllegalArgumentException noJson) {
        return "  \"text\": " + Json.quote(text);
      }
    }
    return "  \"text\": " + Json.quote(text);
  }

  private static boolean hasBareControl(String text) {
    return text.chars().anyMatch(c -> c < ' ');
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static EntityText read(byte[] bytes) {
    String text = text(bytes);
    if (text == null) {
      throw new IllegalArgumentException("It is not UTF-8.");
    }
    try {
      Json json = new Json(text);
      EntityText read = read(json);
      json.end();
      return read;
    } catch (ArithmeticException tooLarge) {
      throw new IllegalArgumentException("A number is too large.");
    }
  }

  private static EntityText read(Json json) {
    json.expect('{');
    // By the forms of both: they become folders, and must not lead elsewhere.
    String space = new Space(member(json, "space").string()).id();
    json.expect(',');
    String type = new EntityType(member(json, "type").string(), Map.of()).name();
    json.expect(',');
    String id = member(json, "id").string();
    if (!Entity.isId(id)) {
      throw new IllegalArgumentException("The id is none.");
    }
    if (json.passes('}')) {
      return new EntityText(space, type, id, null);
    }
    json.expect(',');
    long version = member(json, "version").number();
    json.expect(',');
    int format = Math.toIntExact(member(json, "format").number());
    json.expect(',');
    Map<String, IndexValue> index = index(member(json, "index"));
    json.expect(',');
    String form = json.string();
    json.expect(':');
    byte[] payload =
        switch (form) {
          case "json" -> json.compacted().getBytes(UTF_8);
          case "text" -> json.string().getBytes(UTF_8);
          case "base64" -> Base64.getDecoder().decode(json.string());
          default -> throw new IllegalArgumentException("Unknown payload form.");
        };
    json.expect('}');
    return new EntityText(space, type, id, Entity.of(type, id, version, format, payload, index));
  }

  private static Json member(Json json, String name) {
    if (!json.string().equals(name)) {
      throw new IllegalArgumentException("'" + name + "' is missing.");
    }
    json.expect(':');
    return json;
  }

  private static Map<String, IndexValue> index(Json json) {
    Map<String, IndexValue> index = new TreeMap<>();
    json.expect('{');
    if (json.passes('}')) {
      return index;
    }
    do {
      String name = json.string();
      json.expect(':');
      IndexValue value =
          json.isAtString() ? IndexValue.of(json.string()) : IndexValue.of(json.number());
      if (index.put(name, value) != null) {
        throw new IllegalArgumentException("An index is there twice.");
      }
    } while (json.passes(','));
    json.expect('}');
    return index;
  }
}
