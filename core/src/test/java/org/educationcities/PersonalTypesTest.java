package org.educationcities;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.educationcities.people.Adult;
import org.educationcities.people.AdultId;
import org.educationcities.people.Guardian;
import org.educationcities.people.GuardianId;
import org.educationcities.people.Learner;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.persistence.Kind;
import org.educationcities.spi.source.AdultRecord;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.LearnerRecord;
import org.junit.jupiter.api.Test;

/**
 * Whatever tells of a person prints redacted. Which types do is found out, not listed: what a
 * personal kind is stored as and all that is made of, whatever a view is made of, and whatever
 * names a person by type. What holds one of these prints it as that prints itself.
 */
class PersonalTypesTest {

  /** Who names one of these names a person. */
  private static final Set<Class<?>> PEOPLE =
      Set.of(
          LearnerId.class,
          AdultId.class,
          GuardianId.class,
          Person.class,
          Learner.class,
          Adult.class,
          Guardian.class,
          LearnerRecord.class,
          AdultRecord.class,
          GuardianRecord.class);

  /** Rooms of words that are about nobody, also where a person's thing is made of them. */
  private static final Set<String> PUBLIC =
      Set.of(
          "org.educationcities.city",
          "org.educationcities.resource",
          "org.educationcities.profile",
          "org.educationcities.insight");

  private static final String VIEWS = "org.educationcities.view";

  @Test
  void everyPersonalTypePrintsRedacted() {
    TreeMap<String, String> told = new TreeMap<>();
    Set<Class<?>> personal = personal();
    for (Class<?> each : personal) {
      Canary canary = new Canary();
      String printed = printed(canary, each);
      if (canary.isIn(printed)) {
        told.put(each.getName(), printed);
      }
    }
    assertThat(told).isEmpty();
    assertThat(personal).hasSizeGreaterThan(50);
  }

  /** What cannot be made is told together with all the others. */
  private static String printed(Canary canary, Class<?> type) {
    try {
      return String.valueOf(canary.make(type));
    } catch (IllegalStateException | IllegalArgumentException e) {
      return "no canary can be made: " + e + ", " + e.getCause();
    }
  }

  /** What must be found, or else the search is broken. */
  @Test
  void whatIsPersonalIsFound() {
    Set<String> found =
        personal().stream()
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found)
        .contains(
            "LearnerDocument",
            "GuardianDocument",
            "LearnerAnchor",
            "Permission",
            "Vetting",
            "Say",
            "ConcernDocument",
            "CollaborationDocument",
            "GoalDocument",
            "Quest",
            "Wish",
            "Learner",
            "TermLearner",
            "EducatorView",
            "GuardianView",
            "PermissionLine",
            "Facts",
            "Activity");
  }

  /** A record that prints all it holds, as Java has it. */
  record Leaky(LearnerId id, String words) {}

  @Test
  void whatPrintsMoreIsFound() {
    Canary canary = new Canary();
    assertThat(canary.isIn(String.valueOf(canary.make(Leaky.class)))).isTrue();
  }

  private static Set<Class<?>> personal() {
    Set<Class<?>> core = core();
    Set<Class<?>> found = new LinkedHashSet<>();
    Deque<Class<?>> parts = new ArrayDeque<>();
    for (Kind<?> each : AllKinds.kinds()) {
      if (each.isPersonal() && core.contains(each.storedAs())) {
        found.add(each.storedAs());
        parts.addAll(madeOf(each.storedAs()));
      }
    }
    core.stream().filter(each -> each.getPackageName().equals(VIEWS)).forEach(parts::add);
    while (!parts.isEmpty()) {
      Class<?> part = parts.pop();
      if (core.contains(part) && !isPublicWord(part) && found.add(part)) {
        parts.addAll(madeOf(part));
      }
    }
    found.addAll(PEOPLE.stream().filter(core::contains).toList());
    core.stream()
        .filter(each -> madeOf(each).stream().anyMatch(PEOPLE::contains))
        .forEach(found::add);
    found.removeIf(each -> !isValue(each));
    return found;
  }

  private static boolean isPublicWord(Class<?> type) {
    return type.isEnum()
        || Identifier.class.isAssignableFrom(type)
        || PUBLIC.contains(type.getPackageName());
  }

  private static Set<Class<?>> core() {
    return new ClassFileImporter()
            .importUrl(EducationCities.class.getProtectionDomain().getCodeSource().getLocation())
            .stream()
            .filter(each -> each.getPackageName().startsWith("org.educationcities"))
            .map(JavaClass::reflect)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether something is made of data: no service, no builder, no error. */
  private static boolean isValue(Class<?> type) {
    return !type.isInterface()
        && !type.isEnum()
        && !Modifier.isAbstract(type.getModifiers())
        && !type.isAnonymousClass()
        && !Throwable.class.isAssignableFrom(type)
        && declaresPrinting(type);
  }

  /** Whoever leaves printing to {@code Object} prints nothing of what they hold. */
  private static boolean declaresPrinting(Class<?> type) {
    try {
      return type.isRecord()
          || !type.getMethod("toString").getDeclaringClass().equals(Object.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The types of all that a value holds, within collections and options too. */
  static Set<Class<?>> madeOf(Class<?> type) {
    Set<Class<?>> parts = new LinkedHashSet<>();
    for (Field each : type.getDeclaredFields()) {
      if (!Modifier.isStatic(each.getModifiers())) {
        add(each.getGenericType(), parts);
      }
    }
    return parts;
  }

  private static void add(Type type, Set<Class<?>> parts) {
    if (type instanceof Class<?> plain) {
      parts.add(plain.isArray() ? plain.getComponentType() : plain);
    } else if (type instanceof ParameterizedType generic) {
      add(generic.getRawType(), parts);
      for (Type each : generic.getActualTypeArguments()) {
        add(each, parts);
      }
    } else if (type instanceof WildcardType wildcard) {
      for (Type each : wildcard.getUpperBounds()) {
        add(each, parts);
      }
    }
  }
}
