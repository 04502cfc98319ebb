package org.educationcities.examples.cityinabox.picture;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationKind;
import org.educationcities.collaboration.Participant;
import org.educationcities.insight.PersonTable;
import org.educationcities.insight.SafeFigure;
import org.educationcities.insight.SafePublication;
import org.educationcities.insight.SafeTable;
import org.educationcities.profile.Party;
import org.educationcities.report.CircleResult;
import org.educationcities.report.Making;

/**
 * What the circles made, counted safely by city and kind, with examples that name places and never
 * a person.
 */
final class CircleFigures {
  private static final Map<CollaborationKind, Making> MAKINGS =
      ImmutableMap.<CollaborationKind, Making>builder()
          .put(CollaborationKind.EDUCATION_TEAM, Making.EDUCATION_TEAM)
          .put(CollaborationKind.LEARNING_PAIR, Making.LEARNING_PAIR)
          .put(CollaborationKind.TEACHER_TEAM, Making.TEACHER_TEAM)
          .put(CollaborationKind.PLACEMENT, Making.PLACEMENT)
          .put(CollaborationKind.PARTNERSHIP, Making.PARTNERSHIP)
          .put(CollaborationKind.INNOVATION_LAB, Making.INNOVATION_LAB)
          .put(CollaborationKind.CITY_VISIT, Making.VISIT)
          .put(CollaborationKind.SHARED_PLACE, Making.SHARED_PLACE)
          .put(CollaborationKind.RECIPE_ADOPTION, Making.RECIPE)
          .put(CollaborationKind.TWIN_CLASS, Making.TWIN_CLASS)
          .buildOrThrow();

  /** Kinds between bodies: how many there are tells of no person. */
  private static final Set<Making> WITHOUT_PEOPLE =
      Set.of(
          Making.PARTNERSHIP,
          Making.INNOVATION_LAB,
          Making.VISIT,
          Making.RECIPE,
          Making.TWIN_CLASS);

  private static final int EXAMPLES = 3;

  private final Outcome outcome;
  private final Lookup lookup;
  private final SafeTable counts;

  CircleFigures(Outcome outcome, Lookup lookup) {
    this.outcome = outcome;
    this.lookup = lookup;
    PersonTable.Builder table =
        PersonTable.builder(
            outcome.cities().stream().map(each -> each.id().value()).toList(),
            MAKINGS.values().stream().map(Making::name).toList());
    outcome
        .collaborations()
        .forEach(
            each -> {
              Making making = MAKINGS.get(each.kind());
              if (making != null && !WITHOUT_PEOPLE.contains(making)) {
                citiesOf(each).stream()
                    .findFirst()
                    .ifPresent(city -> table.person(city, making.name()));
              }
            });
    this.counts = SafePublication.of(table.build(), Figures.RULE);
  }

  List<CircleResult> inAll() {
    return results(SafeTable.ALL);
  }

  List<CircleResult> of(String city) {
    return results(city);
  }

  private List<CircleResult> results(String city) {
    List<CircleResult> results = new ArrayList<>();
    for (Making making : Making.values()) {
      List<Collaboration> made =
          outcome.collaborations().stream()
              .filter(each -> MAKINGS.get(each.kind()) == making)
              .filter(each -> city.equals(SafeTable.ALL) || citiesOf(each).contains(city))
              .toList();
      if (made.isEmpty()) {
        continue;
      }
      SafeFigure count =
          WITHOUT_PEOPLE.contains(making)
              ? Figures.fact(made.size())
              : counts.count(city, making.name());
      results.add(new CircleResult(making, count, examples(making, made)));
    }
    return results;
  }

  private List<String> examples(Making making, List<Collaboration> made) {
    if (!WITHOUT_PEOPLE.contains(making)) {
      return List.of();
    }
    Set<String> examples = new LinkedHashSet<>();
    for (Collaboration each : made) {
      examples.add(
          String.join(
              " · ",
              each.participants().stream()
                  .map(Participant::party)
                  .map(this::publicName)
                  .filter(name -> !name.isEmpty())
                  .distinct()
                  .toList()));
      if (examples.size() == EXAMPLES) {
        break;
      }
    }
    examples.remove("");
    return List.copyOf(examples);
  }

  /** The public name of a body or place; nothing for a person, or for a class. */
  private String publicName(Party party) {
    return switch (party.kind()) {
      case CITY -> lookup.city(party.id());
      case SCHOOL ->
          lookup.school(party.id()).map(each -> each.names().in(outcome.locale())).orElse("");
      case RESOURCE ->
          lookup.resource(party.id()).map(each -> each.names().in(outcome.locale())).orElse("");
      case PROVIDER -> lookup.provider(party.id());
      default -> "";
    };
  }

  private static Set<String> citiesOf(Collaboration collaboration) {
    Set<String> cities = new LinkedHashSet<>();
    collaboration.participants().forEach(each -> cities.add(each.home().city().value()));
    return cities;
  }
}
