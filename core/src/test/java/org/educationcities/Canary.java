package org.educationcities;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.educationcities.resource.Schedule;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.ClassRecord;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Relation;
import org.educationcities.team.Lesson;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any type with a token in every text, day and position: whatever is printed of
 * them is then seen. Ids are opaque and may be printed: what is of an id's type, or called {@code
 * id}, has none.
 */
final class Canary {
  private static final String TOKEN = "canary";
  private static final GeoPoint HOME = new GeoPoint(31.987654, 34.876543);
  private static final int YEAR = 1913;

  private int made;

  /** Whether something of what was made can be read in a text. */
  boolean isIn(String text) {
    return text.contains(TOKEN)
        || text.contains(YEAR + "-")
        || text.contains("31.98765")
        || text.contains("34.87654");
  }

  /** A value of a type, its components made likewise. */
  Object make(Class<?> type) {
    Object value = make(type, "");
    if (value == null) {
      throw new IllegalArgumentException("Nothing can be made of " + type + ".");
    }
    return value;
  }

  private @Nullable Object make(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      return made((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), name);
    }
    if (type instanceof WildcardType wildcard) {
      return make(wildcard.getUpperBounds()[0], name);
    }
    return type instanceof Class<?> plain ? made(plain, new Type[0], name) : null;
  }

  private @Nullable Object made(Class<?> raw, Type[] parts, String name) {
    if (raw == String.class) {
      return name.equals("id") || name.equals("subjectId") ? "id-1" : TOKEN + "-" + ++made;
    }
    Object known = simple(raw);
    if (known == null) {
      known = people(raw);
    }
    if (known != null) {
      return known;
    }
    if (Optional.class == raw) {
      return Optional.ofNullable(make(parts[0], name));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return ImmutableMap.of(some(parts[0]), some(parts[1]));
    }
    if (Set.class.isAssignableFrom(raw)) {
      return ImmutableSet.of(some(parts[0]));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return ImmutableList.of(some(parts[0]));
    }
    if (raw.isRecord()) {
      return record(raw);
    }
    boolean ours = raw.getPackageName().startsWith("org.educationcities");
    return ours && !Modifier.isAbstract(raw.getModifiers()) ? filled(raw) : null;
  }

  private Object some(Type type) {
    Object value = makeIfPossible(type, "");
    return value == null ? new Object() : value;
  }

  /** Nothing where what is made inside asks for more than is known here: others see to it. */
  private @Nullable Object makeIfPossible(Type type, String name) {
    try {
      return make(type, name);
    } catch (IllegalStateException e) {
      return null;
    }
  }

  private @Nullable Object simple(Class<?> raw) {
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    if (raw.isArray()) {
      return Array.newInstance(raw.getComponentType(), 0);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return true;
    }
    if (raw == int.class || raw == Integer.class) {
      return 2;
    }
    if (raw == long.class || raw == Long.class) {
      return 2L;
    }
    if (raw == double.class || raw == Double.class) {
      return 1.0;
    }
    if (raw == LocalDate.class) {
      return LocalDate.of(YEAR, 1, 1).plusDays(++made);
    }
    if (raw == Instant.class) {
      return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * ++made);
    }
    if (raw == Duration.class) {
      return Duration.ofMinutes(30);
    }
    if (raw == LocalTime.class) {
      return LocalTime.NOON.plusMinutes(++made);
    }
    return raw == ZoneId.class ? ZoneOffset.UTC : null;
  }

  /** What the host tells: made by builders of their own. */
  private static @Nullable Object people(Class<?> raw) {
    LocalDate day = LocalDate.of(YEAR, 6, 1);
    if (raw == GeoPoint.class) {
      return HOME;
    }
    if (raw == LearnerRecord.class) {
      return LearnerRecord.builder("id-1", TOKEN)
          .schoolId(TOKEN)
          .grade(TOKEN)
          .birthDate(day)
          .languages(List.of(TOKEN))
          .arrangements(Set.of(TOKEN))
          .position(HOME)
          .mergedInto(TOKEN)
          .build();
    }
    if (raw == GuardianRecord.class) {
      return GuardianRecord.builder("id-1")
          .relations(List.of(new Relation(TOKEN, true, day, day)))
          .languages(List.of(TOKEN))
          .build();
    }
    if (raw == AdultRecord.class) {
      return AdultRecord.builder("id-1").schoolId(TOKEN).organizationId(TOKEN).build();
    }
    if (raw == Relation.class) {
      return new Relation(TOKEN, true, day, day);
    }
    if (raw == Lesson.class) {
      return new Lesson(TOKEN, TOKEN + "-2", TOKEN, 1, 2);
    }
    if (raw == Schedule.class) {
      return new Schedule(day.atStartOfDay(), Duration.ofHours(1), "FREQ=WEEKLY", ZoneOffset.UTC);
    }
    return raw == ClassRecord.class
        ? ClassRecord.builder("id-1", TOKEN).learnerIds(Set.of(TOKEN)).build()
        : null;
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    boolean isId = Identifier.class.isAssignableFrom(type);
    Object[] values =
        Arrays.stream(components)
            .map(each -> make(each.getGenericType(), isId ? "id" : each.getName()))
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No " + type.getName() + " can be made.", e);
    }
  }

  /** A value whose constructor asks for more than is known here: its fields are filled. */
  private Object filled(Class<?> type) {
    try {
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object made =
          ((Constructor<?>)
                  factory
                      .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                      .invoke(
                          factory.getMethod("getReflectionFactory").invoke(null),
                          type,
                          Object.class.getConstructor()))
              .newInstance();
      for (Field each : type.getDeclaredFields()) {
        if (!Modifier.isStatic(each.getModifiers())) {
          each.setAccessible(true);
          Object value = makeIfPossible(each.getGenericType(), each.getName());
          if (value != null) {
            each.set(made, value);
          }
        }
      }
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No " + type.getName() + " can be made.", e);
    }
  }
}
