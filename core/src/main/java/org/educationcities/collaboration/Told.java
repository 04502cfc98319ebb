package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.Actor;
import org.educationcities.notification.Audience;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.EventType;
import org.educationcities.notification.Recipient;
import org.educationcities.people.Guardian;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.profile.Party;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.spi.source.CityRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what happens to a collaboration: those who take part, and for a learner the
 * guardians who gave a permission and whose relation is valid today. What would tell of something
 * in force is told to nobody once it is not. Quiet hours go by the clocks of the learner's city for
 * their side, and of their own for everybody else; a role has none. Rounds are told to those who
 * plan, policies to those who answer for safety. A recipient is {@code learner/}, {@code
 * guardian/}, {@code adult/}, {@code provider/}… and the id within its kind, or {@code role/} and
 * the name of a role.
 */
final class Told implements Audience {
  private static final Actor SELF = Actor.system("audience");
  private static final Recipient PLANNERS = new Recipient("role/planner", Locale.ROOT);
  private static final Recipient SAFEGUARDING =
      new Recipient("role/safeguarding-lead", Locale.ROOT);

  private final Store store;
  private final Collaborations collaborations;
  private final Safeguarding safeguarding;
  private final HostSources sources;
  private final InstantSource clock;

  Told(
      Store store,
      Collaborations collaborations,
      Safeguarding safeguarding,
      HostSources sources,
      InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.collaborations = Objects.requireNonNull(collaborations, "collaborations");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
    this.sources = Objects.requireNonNull(sources, "sources");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public List<Recipient> of(DomainEvent event) {
    switch (event.type()) {
      case PERMISSION_GIVEN,
          PERMISSION_WITHDRAWN,
          WAITLIST_JOINED,
          WAITLIST_LEFT,
          PROFILE_MOVED,
          PROFILE_RESTORED -> {
        return learnerSide(new LearnerId(event.subject()));
      }
      case ROUND_DRAFTED, ROUND_PUBLISHED, ROUND_WITHDRAWN -> {
        return List.of(PLANNERS);
      }
      case OVERRIDE_SECONDED, OVERRIDE_REVOKED -> {
        return ImmutableList.<Recipient>builder()
            .addAll(
                safeguarding.overrideFor(event.subject()).map(this::learnerSide).orElse(List.of()))
            .add(SAFEGUARDING)
            .build();
      }
      case POLICY_INSTALLED, CONCERN_RAISED, OVERRIDE_PROPOSED -> {
        return List.of(SAFEGUARDING);
      }
      default -> {
        return ofCollaboration(event);
      }
    }
  }

  private List<Recipient> ofCollaboration(DomainEvent event) {
    String id =
        event.type() == EventType.WAITLIST_OFFERED
            ? event.data().getOrDefault("collaboration", event.subject())
            : event.subject();
    Collaboration about = collaborations.find(new CollaborationId(id)).orElse(null);
    if (about == null || isPast(event.type(), about)) {
      return List.of();
    }
    Set<Recipient> told = new LinkedHashSet<>();
    switch (event.type()) {
      case REFLECTION_GIVEN -> {
        if (Side.PROVIDER.name().equals(event.data().get("side"))) {
          about.learners().forEach(each -> told.addAll(learnerSide(each)));
        } else {
          about.withPart(Part.MENTORS).forEach(each -> told.add(other(each, about)));
          about.withPart(Part.PROVIDES).forEach(each -> told.add(other(each, about)));
        }
      }
      case ARRIVAL_MISSED -> {
        // Who arrived meanwhile is missed no more: nobody is frightened for nothing.
        if (Arrivals.isStillMissed(store, event.data().getOrDefault("arrival", ""))) {
          about.learners().forEach(each -> told.addAll(alarmed(each, about)));
        }
      }
      case ARRIVAL_SETTLED -> about.learners().forEach(each -> told.addAll(alarmed(each, about)));
      case ATTENDANCE_LOGGED ->
          about.withPart(Part.MENTORS).forEach(each -> told.add(other(each, about)));
      case ATTENDANCE_CONFIRMED -> about.learners().forEach(each -> told.addAll(learnerSide(each)));
      default -> {
        about.learners().forEach(each -> told.addAll(learnerSide(each)));
        about.participants().stream()
            .map(Participant::party)
            .filter(each -> each.kind() != Party.Kind.LEARNER)
            .forEach(each -> told.add(other(each, about)));
      }
    }
    return ImmutableList.copyOf(told);
  }

  private boolean isPast(EventType type, Collaboration about) {
    boolean tellsOfForce =
        type == EventType.COLLABORATION_CONFIRMED || type == EventType.COLLABORATION_STARTED;
    return tellsOfForce && !about.isInForce(clock.instant());
  }

  private List<Recipient> learnerSide(LearnerId learner) {
    ImmutableSet.Builder<Recipient> side = ImmutableSet.builder();
    List<LearnerRecord> known =
        sources.learners().read(Selection.byIds(Set.of(learner.value()))).records();
    ZoneId zone =
        zoneOf(citiesOf(known.stream().map(LearnerRecord::cityId).collect(Collectors.toSet())));
    known.stream()
        .filter(each -> each.mergedInto().isEmpty())
        .forEach(each -> side.add(recipient("learner", each.id(), each.languages(), zone)));
    Set<String> guardians =
        safeguarding.permissionsOf(SELF, learner).stream()
            .map(Permission::givenBy)
            .filter(each -> !each.equals(learner.value()))
            .collect(Collectors.toSet());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!guardians.isEmpty()) {
      sources.guardians().read(Selection.byIds(guardians)).records().stream()
          .filter(each -> Guardian.of(each).mayPermitFor(learner, today))
          .forEach(each -> side.add(recipient("guardian", each.id(), each.languages(), zone)));
    }
    return side.build().asList();
  }

  /** The guardians and the school of a learner who is not where they should be. */
  private List<Recipient> alarmed(LearnerId learner, Collaboration about) {
    Set<Recipient> alarmed = new LinkedHashSet<>();
    learnerSide(learner).stream()
        .filter(each -> each.id().startsWith("guardian/"))
        .forEach(alarmed::add);
    about.participants().stream()
        .filter(each -> each.party().equals(Party.of(learner)))
        .flatMap(each -> each.home().school().stream())
        .forEach(school -> alarmed.add(new Recipient("school/" + school.value(), Locale.ROOT)));
    if (alarmed.isEmpty()) {
      alarmed.add(SAFEGUARDING); // somebody must know
    }
    return List.copyOf(alarmed);
  }

  private Recipient other(Party party, Collaboration about) {
    List<CityRecord> cities =
        citiesOf(
            about.participants().stream()
                .filter(each -> each.party().equals(party))
                .map(each -> each.home().city().value())
                .collect(Collectors.toSet()));
    List<String> languages =
        party.kind() == Party.Kind.ADULT
            ? sources.adults().read(Selection.byIds(Set.of(party.id()))).records().stream()
                .flatMap(each -> each.languages().stream())
                .toList()
            : cities.stream().flatMap(each -> each.languages().stream()).toList();
    return recipient(
        party.kind().name().toLowerCase(Locale.ROOT), party.id(), languages, zoneOf(cities));
  }

  private List<CityRecord> citiesOf(Set<String> cities) {
    return cities.isEmpty() ? List.of() : sources.cities().read(Selection.byIds(cities)).records();
  }

  private static @Nullable ZoneId zoneOf(List<CityRecord> cities) {
    return cities.isEmpty() ? null : cities.get(0).zone();
  }

  private static Recipient recipient(
      String kind, String id, List<String> languages, @Nullable ZoneId zone) {
    Locale locale = languages.isEmpty() ? Locale.ROOT : Locale.forLanguageTag(languages.get(0));
    return new Recipient(kind + "/" + id, locale, zone);
  }
}
