package org.educationcities;

import java.time.Clock;
import org.educationcities.collaboration.CollaborationServices;
import org.educationcities.notification.Outbox;
import org.educationcities.persistence.KeyCheck;
import org.educationcities.persistence.Store;
import org.educationcities.privacy.PrivacyServices;
import org.educationcities.registry.LegalBases;
import org.educationcities.registry.Offers;
import org.educationcities.registry.ProcessingStops;
import org.educationcities.registry.Profiles;
import org.educationcities.registry.Quests;
import org.educationcities.registry.Registry;
import org.educationcities.registry.Relations;
import org.educationcities.round.Eligibility;
import org.educationcities.round.Explanations;
import org.educationcities.round.Recommendations;
import org.educationcities.round.Rounds;
import org.educationcities.round.Snapshots;
import org.educationcities.spi.source.HostSources;
import org.educationcities.view.Views;

/** The services over what was opened, each given what it works with. */
final class Assembly {
  final HostSources sources;
  final Clock clock;
  final Registry registry;
  final Profiles profiles;
  final Quests quests;
  final Offers offers;
  final LegalBases legalBases;
  final Snapshots snapshots;
  final Recommendations recommendations;
  final Rounds rounds;
  final Explanations explanations;
  final CollaborationServices services;
  final PrivacyServices privacy;
  final Views views;
  final Outbox outbox;
  final Store store;

  Assembly(EducationCities.Builder builder, Opening opening) {
    this.clock = builder.clock;
    this.store = new Store(opening.storage(), builder.space, opening.keys(), clock);
    KeyCheck.check(store, opening.keys());
    this.registry = new Registry(store, clock);
    HostSources hostSources = opening.hostSources();
    this.sources = hostSources == null ? registry.sources() : hostSources;
    Relations relations = new Relations(sources, clock);
    this.profiles = new Profiles(store, relations);
    this.quests = new Quests(store, relations);
    this.offers = new Offers(store);
    this.legalBases = new LegalBases(store, relations, clock);
    this.snapshots =
        new Snapshots(sources, profiles, quests, offers, new ProcessingStops(store, clock), clock);
    Eligibility eligibility = new Eligibility(builder.rules());
    this.recommendations =
        new Recommendations(store, snapshots, offers, eligibility, builder.affinityRule, relations);
    this.rounds = new Rounds(store, eligibility, builder.affinityRule, clock);
    this.explanations =
        new Explanations(store, snapshots, offers, eligibility, builder.affinityRule, relations);
    this.services =
        new CollaborationServices(
            store,
            sources,
            offers,
            profiles,
            quests,
            clock,
            builder.answerTimes,
            builder.hostConditions);
    this.privacy = new PrivacyServices(store, AllKinds.kinds(), sources, services, clock);
    this.views =
        new Views(
            store,
            sources,
            relations,
            profiles,
            quests,
            offers,
            snapshots,
            services,
            opening.keys(),
            clock);
    this.outbox = new Outbox(store, clock);
  }
}
