package org.educationcities.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.educationcities.Identifier;
import org.educationcities.city.CityId;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafeTable;
import org.educationcities.people.Learner;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Profile;
import org.educationcities.profile.QuestId;
import org.educationcities.profile.TopicId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.ProviderId;
import org.educationcities.resource.Session;
import org.educationcities.resource.TermId;
import org.educationcities.safeguarding.ProviderView;
import org.junit.jupiter.api.Test;

/**
 * What can be reached from a view, by whatever it holds or gives: no more than its role may see. A
 * type that somebody adds to a view is refused until it is allowed here.
 */
class ViewTypesTest {
  private static final Set<Class<?>> PLACED =
      Set.of(
          CollaborationId.class, OpportunityId.class, Session.class, Instant.class, ZoneId.class);

  private static final Set<Class<?>> PROFILE =
      Set.of(Profile.class, TopicId.class, QuestLine.class, QuestId.class);

  /** Words that name what no view of a child may hold. */
  private static final List<String> NEVER =
      List.of(
          "birth",
          "address",
          "position",
          "school",
          "guardian",
          "block",
          "reason",
          "vetting",
          "givenby",
          "concern",
          "override",
          "phone",
          "mail",
          "fullname",
          "firstname",
          "lastname");

  @Test
  void aProviderReachesNoChild() {
    assertReaches(ProviderView.class, Set.of(Session.class, Instant.class, ZoneId.class));
  }

  @Test
  void anEducatorReachesNoDayOfBirthAndNobodyElse() {
    assertReaches(
        EducatorView.class,
        PLACED,
        PROFILE,
        Set.of(LearnerId.class, PlacementLine.class, ProviderId.class));
  }

  @Test
  void aGuardianReachesNobodyElse() {
    assertReaches(
        GuardianView.class,
        PLACED,
        PROFILE,
        Set.of(
            LearnerId.class,
            PlacementLine.class,
            ProviderId.class,
            PermissionLine.class,
            LocalDate.class));
  }

  @Test
  void aPlannerReachesNoLearnersIdAndNoNeeds() {
    assertReaches(
        PlannerView.class,
        Set.of(PlannerView.Line.class, CollaborationId.class, OpportunityId.class));
  }

  /** A table of safe figures is taken for what it gives: {@code SafePublication} alone makes it. */
  @Test
  void thePublicReachesSafeFiguresOnly() {
    assertReaches(
        PublicView.class, Set.of(TermId.class, CityId.class, SafeFigure.class, SafeTable.class));
  }

  /** A view that somebody made too generous. */
  record Generous(LearnerId id, List<Optional<Learner>> learners, String guardianId) {}

  @Test
  void whatReachesMoreIsFound() {
    assertThat(reached(Generous.class).types()).contains(Learner.class);
    assertThat(reached(Generous.class).names()).contains("Generous.guardianId");
  }

  @SafeVarargs
  private static void assertReaches(Class<?> view, Set<Class<?>>... allowed) {
    Reached reached = reached(view);
    Set<Class<?>> beyond = new HashSet<>(reached.types());
    beyond.remove(view);
    for (Set<Class<?>> each : allowed) {
      beyond.removeAll(each);
    }
    assertThat(beyond).isEmpty();
    assertThat(reached.names()).isEmpty();
  }

  /** Types of ours and of time that can be reached, and the names that no view may hold. */
  private record Reached(Set<Class<?>> types, Set<String> names) {}

  private static Reached reached(Class<?> view) {
    Set<Class<?>> met = new HashSet<>();
    Set<String> names = new TreeSet<>();
    Deque<Class<?>> open = new ArrayDeque<>(Set.of(view));
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (!isOfInterest(type) || !met.add(type) || isLeaf(type)) {
        continue;
      }
      for (Field each : type.getDeclaredFields()) {
        if (!Modifier.isStatic(each.getModifiers())) {
          note(type, each.getName(), names);
          add(each.getGenericType(), open);
        }
      }
      for (Method each : type.getDeclaredMethods()) {
        if (Modifier.isPublic(each.getModifiers())
            && !Modifier.isStatic(each.getModifiers())
            && !each.isSynthetic()) {
          note(type, each.getName(), names);
          add(each.getGenericReturnType(), open);
        }
      }
    }
    return new Reached(met, names);
  }

  private static void note(Class<?> type, String name, Set<String> names) {
    String word = name.toLowerCase(java.util.Locale.ROOT);
    if (NEVER.stream().anyMatch(word::contains)) {
      names.add(type.getSimpleName() + "." + name);
    }
  }

  /** Ours, and days and moments; numbers, texts and collections tell nothing by their type. */
  private static boolean isOfInterest(Class<?> type) {
    return (type.getPackageName().startsWith("org.educationcities") && !type.isEnum())
        || type.getPackageName().equals("java.time");
  }

  private static boolean isLeaf(Class<?> type) {
    return Identifier.class.isAssignableFrom(type)
        || type == Session.class
        || type == SafeTable.class
        || type == SafeFigure.class
        || type == Profile.class
        || type.getPackageName().equals("java.time");
  }

  private static void add(Type type, Deque<Class<?>> open) {
    if (type instanceof Class<?> plain) {
      open.add(plain);
    } else if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      assertThat(
              Collection.class.isAssignableFrom(raw)
                  || Map.class.isAssignableFrom(raw)
                  || raw == Optional.class)
          .as(raw.getName())
          .isTrue();
      for (Type each : generic.getActualTypeArguments()) {
        add(each, open);
      }
    }
  }
}
