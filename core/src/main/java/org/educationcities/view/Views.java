package org.educationcities.view;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.educationcities.collaboration.CollaborationServices;
import org.educationcities.collaboration.ProviderViews;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Profiles;
import org.educationcities.registry.Quests;
import org.educationcities.registry.Relations;
import org.educationcities.round.Snapshots;
import org.educationcities.safeguarding.PersonalFields;
import org.educationcities.safeguarding.Pseudonyms;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.source.HostSources;
import org.jspecify.annotations.Nullable;

/**
 * What each role is shown, each a type of its own: providers, educators, guardians and learners,
 * planners, and the public. Thread-safe.
 */
public final class Views {
  private final CollaborationServices services;
  private final @Nullable Pseudonyms pseudonyms;
  private final EducatorViews educators;
  private final GuardianViews guardians;
  private final PublicViews figures;
  private final Store store;
  private final InstantSource clock;

  /**
   * Views over one store.
   *
   * @param keys by which pseudonyms are made; null where there are none
   */
  public Views(
      Store store,
      HostSources sources,
      Relations relations,
      Profiles profiles,
      Quests quests,
      Offers offers,
      Snapshots snapshots,
      CollaborationServices services,
      @Nullable KeySource keys,
      InstantSource clock) {
    this.store = Objects.requireNonNull(store, "store");
    this.services = Objects.requireNonNull(services, "services");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.pseudonyms = keys == null ? null : new Pseudonyms(keys, store.space());
    LearnerLines lines =
        new LearnerLines(sources, profiles, quests, services.collaborations(), clock);
    this.educators = new EducatorViews(store, sources, relations, lines);
    this.guardians = new GuardianViews(store, relations, services.safeguarding(), lines);
    this.figures =
        new PublicViews(
            snapshots, offers, services.collaborations(), services.safeguarding(), clock);
  }

  /**
   * What providers see of those placed with them.
   *
   * @throws IllegalStateException if there are no keys to make pseudonyms by
   */
  public ProviderViews providers() {
    return providers((learner, field) -> Optional.empty());
  }

  /** The same, with what the host tells by name where the policy and a placement let it. */
  public ProviderViews providers(PersonalFields fields) {
    return services.providerViews(needed(), fields);
  }

  /** What educators see of the learners of their own school and classes. */
  public EducatorViews educators() {
    return educators;
  }

  /** What guardians see of their own children, and learners of themselves. */
  public GuardianViews guardians() {
    return guardians;
  }

  /**
   * What planners see of the places of an opportunity.
   *
   * @throws IllegalStateException if there are no keys to make pseudonyms by
   */
  public PlannerViews planners() {
    return new PlannerViews(
        store, services.collaborations(), services.placements(), needed(), clock);
  }

  /** What is published of a term: safe figures alone. */
  public PublicViews figures() {
    return figures;
  }

  private Pseudonyms needed() {
    if (pseudonyms == null) {
      throw new IllegalStateException(
          "There are no pseudonyms: no key source was chosen.\n"
              + "Maybe name one by keys(...) when building.");
    }
    return pseudonyms;
  }
}
