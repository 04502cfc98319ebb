package org.educationcities;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;

/**
 * One thing of a kind, made up by reflection from the components of what is stored, with a token of
 * its own in every text: so that there is one for every kind that will ever be. Of what is listed
 * there is one, or where it takes two, two.
 *
 * @param value the thing
 * @param tokens what was put into it, each telling the kind and the field
 */
record CanaryDocument<T>(Kind<T> kind, T value, Set<String> tokens) {
  /** What a token looks like, wherever it stands. */
  static final Pattern TOKEN = Pattern.compile("canary-([A-Za-z-]+)-9");

  private static final int MOST_CONSTANTS = 20;

  /** Makes one; where some constants do not go together, of the next ones of each enumeration. */
  static <T> CanaryDocument<T> of(Kind<T> kind) {
    Codec<T> codec = codec(kind);
    Class<?> document = document(codec);
    Exception last = null;
    for (int attempt = 0; attempt < 2 * MOST_CONSTANTS; attempt++) {
      Writer writer = new Writer(kind.type().name(), attempt / 2, attempt % 2 == 1);
      String json = writer.value(document, "");
      try {
        return new CanaryDocument<>(
            kind, codec.read(1, json.getBytes(StandardCharsets.UTF_8)), writer.tokens);
      } catch (IOException | RuntimeException e) {
        last = e;
      }
    }
    throw new AssertionError(
        "No document of the kind "
            + kind.type().name()
            + " could be made up.\nMaybe a component needs a text of a certain form: see text().",
        last);
  }

  @SuppressWarnings("unchecked")
  private static <T> Codec<T> codec(Kind<T> kind) {
    return (Codec<T>) field(Kind.class, kind, "codec", Codec.class);
  }

  private static Class<?> document(Codec<?> codec) {
    return (Class<?>) field(codec.getClass(), codec, "", Class.class);
  }

  private static Object field(Class<?> of, Object holder, String name, Class<?> type) {
    for (Field each : of.getDeclaredFields()) {
      if (each.getType() == type && (name.isEmpty() || each.getName().equals(name))) {
        try {
          each.setAccessible(true);
          return each.get(holder);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalStateException("A " + of.getName() + " holds no " + type.getName() + ".");
  }

  /** The token of a field, of whose name it tells. */
  private static String token(String kind, String path) {
    return "canary-" + kind + path.replace('.', '-') + "-9";
  }

  private static final class Writer {
    private final String kind;
    private final int constant;
    private final boolean two;
    private final Set<String> tokens = new TreeSet<>();

    private Writer(String kind, int constant, boolean two) {
      this.kind = kind;
      this.constant = constant;
      this.two = two;
    }

    private String value(Type type, String path) {
      if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
        Type[] parts = of.getActualTypeArguments();
        if (Map.class.isAssignableFrom(raw)) {
          return "{" + key(parts[0], path) + ":" + value(parts[1], path) + "}";
        }
        if (Collection.class.isAssignableFrom(raw)) {
          String one = value(parts[0], path);
          boolean pair = parts[0] == Long.class; // when it starts, and how long it takes
          boolean more = two && parts[0] instanceof Class<?> each && each.isRecord();
          return "["
              + one
              + (pair ? "," + one : more ? "," + value(parts[0], path + ".other") : "")
              + "]";
        }
        return value(parts[0], path);
      }
      return plain((Class<?>) type, path);
    }

    private String key(Type type, String path) {
      String key = path.endsWith("ames") ? "\"he\"" : value(type, path + ".key");
      return key.startsWith("\"") ? key : "\"" + key + "\"";
    }

    private String plain(Class<?> type, String path) {
      if (type.isRecord() && !Identifier.class.isAssignableFrom(type)) {
        return Arrays.stream(type.getRecordComponents())
            .map(each -> component(each, path))
            .collect(Collectors.joining(",", "{", "}"));
      }
      if (type == CollaborationState.class) {
        return "\"COMPLETED\""; // what goes on needs places that are really there
      }
      if (type.isEnum()) {
        Object[] constants = type.getEnumConstants();
        return "\"" + ((Enum<?>) constants[Math.min(constant, constants.length - 1)]).name() + "\"";
      }
      if (type == boolean.class || type == Boolean.class) {
        return "true";
      }
      if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
        return path.endsWith("latestHour") ? "20" : "3";
      }
      return "\"" + text(type, path) + "\"";
    }

    private String component(RecordComponent each, String path) {
      String inner = path + "." + each.getName();
      return "\"" + each.getName() + "\":" + value(each.getGenericType(), inner);
    }

    private String text(Class<?> type, String path) {
      if (type == Instant.class) {
        return "2026-09-01T10:00:00Z";
      }
      if (type == LocalDate.class) {
        return "2013-11-17";
      }
      if (type == LocalDateTime.class) {
        return "2026-09-01T10:00:00";
      }
      if (type == LocalTime.class) {
        return "10:00:00";
      }
      if (type == Duration.class) {
        return "PT1H";
      }
      if (type == Currency.class) {
        return "ILS";
      }
      String name = path.substring(path.lastIndexOf('.') + 1);
      return ZoneId.class.isAssignableFrom(type) ? "Asia/Jerusalem" : text(name, path);
    }

    /** Texts that have a form of their own hold no token. */
    private String text(String name, String path) {
      return switch (name) {
        case "zone" -> "Asia/Jerusalem";
        case "currency" -> "ILS";
        case "language", "languages" -> "he";
        case "country" -> "IL";
        case "rule" -> "FREQ=WEEKLY;BYDAY=TU";
        case "recipient" -> "learner/" + noted(path);
        case "learner" -> noted(".learner"); // of one thing it is one
        default -> noted(path);
      };
    }

    private String noted(String path) {
      String token = token(kind, path);
      tokens.add(token);
      return token;
    }
  }
}
