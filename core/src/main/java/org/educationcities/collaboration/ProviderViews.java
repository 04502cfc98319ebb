package org.educationcities.collaboration;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.NotFoundException;
import org.educationcities.Role;
import org.educationcities.people.Learner;
import org.educationcities.people.LearnerId;
import org.educationcities.resource.OpportunityId;
import org.educationcities.resource.Session;
import org.educationcities.safeguarding.AgeBand;
import org.educationcities.safeguarding.PersonalField;
import org.educationcities.safeguarding.PersonalFields;
import org.educationcities.safeguarding.ProviderView;
import org.educationcities.safeguarding.Pseudonyms;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;

/** What a provider sees of those who are placed with it. Thread-safe. */
public final class ProviderViews {
  private final Collaborations collaborations;
  private final HostSources sources;
  private final Pseudonyms pseudonyms;
  private final Safeguarding safeguarding;
  private final PersonalFields fields;
  private final InstantSource clock;

  /** Views of placements, by what the host tells, under pseudonyms. */
  public ProviderViews(
      Collaborations collaborations,
      HostSources sources,
      Pseudonyms pseudonyms,
      Safeguarding safeguarding,
      PersonalFields fields,
      InstantSource clock) {
    this.collaborations = Objects.requireNonNull(collaborations, "collaborations");
    this.sources = Objects.requireNonNull(sources, "sources");
    this.pseudonyms = Objects.requireNonNull(pseudonyms, "pseudonyms");
    this.safeguarding = Objects.requireNonNull(safeguarding, "safeguarding");
    this.fields = Objects.requireNonNull(fields, "fields");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * One placement as its provider sees it.
   *
   * @param actor the provider, or a mentor who is with the learner
   * @throws ForbiddenException if it is not theirs
   * @throws NotFoundException if there is no such placement, or the host knows its learner no more
   */
  public ProviderView of(Actor actor, CollaborationId placement) {
    Collaboration found = theirs(actor, placement);
    String provider = found.withPart(Part.PROVIDES).get(0).id();
    LearnerId id = found.learners().get(0);
    Learner learner =
        sources.learners().read(Selection.byIds(Set.of(id.value()))).records().stream()
            .findFirst()
            .map(Learner::of)
            .orElseThrow(() -> new NotFoundException("placement", placement.value()));
    collaborations.shown(actor, id, "provider-view");
    List<Session> toCome =
        found.sessions().stream()
            .filter(each -> each.end().isAfter(clock.instant()))
            .collect(ImmutableList.toImmutableList());
    LocalDate day =
        toCome.isEmpty()
            ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            : toCome.get(0).date();
    OptionalInt age = learner.ageOn(day);
    return new ProviderView(
        placement.value(),
        found.opportunity().map(OpportunityId::value).orElse(""),
        pseudonyms.of(id, provider),
        age.isPresent() ? AgeBand.of(age.getAsInt()) : null,
        learner.arrangements(),
        found.state().name(),
        found.isInForce(clock.instant()),
        toCome);
  }

  /**
   * One field of who is placed with a provider, as the host tells it now: only while the placement
   * is in force and the policy in force discloses the field. The audit tells of each.
   *
   * @param actor the provider, or a mentor who is with the learner
   * @return empty if the host has none
   * @throws ForbiddenException if it is not theirs, not in force, or not to be disclosed
   * @throws NotFoundException if there is no such placement
   */
  public Optional<String> disclose(Actor actor, CollaborationId placement, PersonalField field) {
    Collaboration found = theirs(actor, placement);
    Instant now = clock.instant();
    boolean isDisclosed =
        safeguarding
            .policy()
            .filter(each -> !each.inForceFrom().isAfter(now))
            .map(each -> each.disclosed().contains(field))
            .orElse(false);
    if (!isDisclosed || !found.isInForce(now)) {
      throw new ForbiddenException(actor, "be told who is placed with them");
    }
    LearnerId learner = found.learners().get(0);
    collaborations.shown(actor, learner, "provider-" + field.code());
    return fields.of(learner, field);
  }

  private Collaboration theirs(Actor actor, CollaborationId placement) {
    Collaboration found =
        collaborations
            .find(placement)
            .filter(each -> each.kind() == CollaborationKind.PLACEMENT)
            .orElseThrow(() -> new NotFoundException("placement", placement.value()));
    String provider = found.withPart(Part.PROVIDES).get(0).id();
    boolean isTheirMentor = actor.role() == Role.MENTOR && Entitlements.isMentor(actor, found);
    if (!isTheirMentor && !new Entitlements(sources, clock).speaksForProvider(actor, provider)) {
      throw new ForbiddenException(actor, "see this placement");
    }
    return found;
  }
}
