package org.educationcities.hostile;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
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
import java.util.stream.Collectors;
import org.educationcities.Identifier;
import org.educationcities.persistence.Kind;

/** A stored document of a kind as JSON, made up from its components. */
final class SampleDocument {

  private SampleDocument() {}

  /** A document of a kind, its texts canaries as far as they may be. */
  static String of(Kind<?> kind) {
    try {
      Field codec = Kind.class.getDeclaredField("codec");
      codec.setAccessible(true);
      Object made = codec.get(kind);
      for (Field captured : made.getClass().getDeclaredFields()) {
        if (captured.getType() == Class.class) {
          captured.setAccessible(true);
          return value((Class<?>) captured.get(made), "");
        }
      }
      return "{}";
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String value(Type type, String name) {
    if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
      Type[] parts = of.getActualTypeArguments();
      if (Collection.class.isAssignableFrom(raw)) {
        return "[" + value(parts[0], name) + "]";
      }
      if (Map.class.isAssignableFrom(raw)) {
        return "{" + key(parts[0], name) + ":" + value(parts[1], name) + "}";
      }
      return value(parts[0], name);
    }
    return type instanceof Class<?> plain ? plain(plain, name) : "null";
  }

  private static String key(Type type, String name) {
    String value = value(type, name.equals("names") || name.endsWith("Names") ? "language" : name);
    return value.startsWith("\"") ? value : "\"" + value + "\"";
  }

  private static String plain(Class<?> type, String name) {
    if (type.isRecord() && !Identifier.class.isAssignableFrom(type)) {
      return Arrays.stream(type.getRecordComponents())
          .map(SampleDocument::component)
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (type.isEnum()) {
      return "\"" + ((Enum<?>) type.getEnumConstants()[0]).name() + "\"";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "3";
    }
    return "\"" + text(type, name) + "\"";
  }

  private static String component(RecordComponent component) {
    return "\""
        + component.getName()
        + "\":"
        + value(component.getGenericType(), component.getName());
  }

  private static String text(Class<?> type, String name) {
    if (type == Instant.class) {
      return "2026-09-01T10:00:00Z";
    }
    if (type == LocalDate.class) {
      return Canary.DAY;
    }
    if (type == LocalDateTime.class) {
      return Canary.DAY + "T10:00:00";
    }
    if (type == LocalTime.class) {
      return "10:00:00";
    }
    if (type == Duration.class) {
      return "PT1H";
    }
    if (ZoneId.class.isAssignableFrom(type) || name.equals("zone")) {
      return "Asia/Jerusalem";
    }
    if (type == Currency.class || name.equals("currency")) {
      return "ILS";
    }
    return switch (name) {
      case "language", "languages" -> "he";
      case "country" -> "IL";
      default -> Canary.NAME;
    };
  }
}
