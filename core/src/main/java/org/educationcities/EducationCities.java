package org.educationcities;

import com.google.common.collect.ImmutableList;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.educationcities.city.Distance;
import org.educationcities.collaboration.AnswerTimes;
import org.educationcities.collaboration.Arrivals;
import org.educationcities.collaboration.Collaborations;
import org.educationcities.collaboration.Confirmations;
import org.educationcities.collaboration.HostChanges;
import org.educationcities.collaboration.Learning;
import org.educationcities.collaboration.Placements;
import org.educationcities.collaboration.Shown;
import org.educationcities.discovery.Plugins;
import org.educationcities.notification.Audience;
import org.educationcities.notification.Outbox;
import org.educationcities.notification.Relay;
import org.educationcities.notification.RelayRule;
import org.educationcities.privacy.Audit;
import org.educationcities.privacy.PrivacyServices;
import org.educationcities.profile.AffinityRule;
import org.educationcities.registry.LegalBases;
import org.educationcities.registry.Offers;
import org.educationcities.registry.Profiles;
import org.educationcities.registry.Quests;
import org.educationcities.registry.Registry;
import org.educationcities.round.Explanations;
import org.educationcities.round.HardRule;
import org.educationcities.round.Recommendations;
import org.educationcities.round.Rounds;
import org.educationcities.round.Snapshots;
import org.educationcities.round.StandardRules;
import org.educationcities.safeguarding.Concerns;
import org.educationcities.safeguarding.HostCondition;
import org.educationcities.safeguarding.Overrides;
import org.educationcities.safeguarding.Safeguarding;
import org.educationcities.spi.ConfigurationException;
import org.educationcities.spi.Settings;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.educationcities.spi.notification.NotificationChannel;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Storage;
import org.educationcities.view.Views;
import org.jspecify.annotations.Nullable;

/**
 * The one entry point: a space of education cities, opened over a host's storage and sources.
 * Thread-safe; close it when the host stops.
 *
 * <pre>{@code
 * try (EducationCities cities = EducationCities.builder().storage("memory").build()) {
 *   cities.registry().take(administrator, roster);
 *   List<Recommendation> first = cities.recommendations().forLearner(actor, learner, term, 5);
 * }
 * }</pre>
 */
public final class EducationCities implements AutoCloseable {
  private final Opening opening;
  private final Assembly parts;

  private EducationCities(Builder builder, Opening opening) {
    this.opening = opening;
    this.parts = new Assembly(builder, opening);
  }

  /**
   * Starts with what a host gets by default: discovery by the library's own class loader, storage
   * {@code memory}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Every entity type that the library stores: what a storage given by hand is opened with. */
  public static Set<EntityType> entityTypes() {
    return AllKinds.types();
  }

  /** The library's own roster, for a city without a host system. */
  public Registry registry() {
    return parts.registry;
  }

  /** The sources in use: the host's, or the registry's. */
  public HostSources sources() {
    return parts.sources;
  }

  /** Strengths and growth areas. */
  public Profiles profiles() {
    return parts.profiles;
  }

  /** Quests and wishes. */
  public Quests quests() {
    return parts.quests;
  }

  /** Opportunities, topics, terms and calendars. */
  public Offers offers() {
    return parts.offers;
  }

  /** What everybody and everything of a term is at one moment. */
  public Snapshots snapshots() {
    return parts.snapshots;
  }

  /** What suits one learner best, and why. */
  public Recommendations recommendations() {
    return parts.recommendations;
  }

  /** A term's allocations: draft, edit, publish, withdraw. */
  public Rounds rounds() {
    return parts.rounds;
  }

  /** Why this and why not that, of any learner and opportunity in a round. */
  public Explanations explanations() {
    return parts.explanations;
  }

  /** Collaborations of every kind: put forward, answered, begun, ended. */
  public Collaborations collaborations() {
    return parts.services.collaborations();
  }

  /** Places, proposals and waitlists. */
  public Placements placements() {
    return parts.services.placements();
  }

  /** Clearance and confirmation of placements. */
  public Confirmations confirmations() {
    return parts.services.confirmations();
  }

  /** What follows from changes at the host: who left, was merged, or changed school. */
  public HostChanges hostChanges() {
    return parts.services.hostChanges();
  }

  /** Attendance, reflections and how they move profiles. */
  public Learning learning() {
    return parts.services.learning();
  }

  /** The day itself: who is expected where and when, who is there, and who is missed. */
  public Arrivals arrivals() {
    return parts.services.arrivals();
  }

  /** What worries somebody about a child's safety, for the safeguarding lead alone. */
  public Concerns concerns() {
    return parts.services.concerns();
  }

  /**
   * Collaborations, placements and places, shown to those who may see them and told in the audit.
   */
  public Shown shown() {
    return parts.services.shown();
  }

  /** What a clearance rests on: the policy, permissions, vettings, agreements, blocks. */
  public Safeguarding safeguarding() {
    return parts.services.safeguarding();
  }

  /**
   * What two people accept together against a condition, for the evaluator to take into account.
   */
  public Overrides overrides() {
    return parts.services.overrides();
  }

  /** On what ground of data protection learners' data are processed; apart from permissions. */
  public LegalBases legalBases() {
    return parts.legalBases;
  }

  /** What is still to be told, and what was given up. */
  public Outbox outbox() {
    return parts.outbox;
  }

  /**
   * A relay of what happens through a channel, to those who take part and to those who answer for
   * it, in nobody's quiet hours but for alarms; the host calls it, or starts a {@link
   * org.educationcities.notification.RelayLoop} of it.
   */
  public Relay relay(NotificationChannel channel, RelayRule rule) {
    return relay(channel, rule, event -> List.of());
  }

  /**
   * The same, telling others too, such as the host itself: every event, or what it chooses. One
   * outbox has one audience: all relays of a space are given the same.
   */
  public Relay relay(NotificationChannel channel, RelayRule rule, Audience others) {
    return new Relay(
        parts.store,
        channel,
        parts.services.audience().and(others),
        parts.services.quietTimes(),
        parts.clock,
        new SecureRandom(),
        rule);
  }

  /** Who did what, and who was shown what of a child; an error where there is no key source. */
  public Audit audit() {
    return parts.privacy.audit();
  }

  /** What people can ask about their data: export, erasure, retention. */
  public PrivacyServices privacy() {
    return parts.privacy;
  }

  /** What each role is shown: providers, educators, guardians, planners, the public. */
  public Views views() {
    return parts.views;
  }

  /** Closes what was opened by name; what was given by hand is the host's to close. */
  @Override
  public void close() {
    opening.close();
  }

  /**
   * Collects what a host decides. All problems are told at once, before anything is opened. Not
   * thread-safe.
   */
  public static final class Builder {
    @Nullable Plugins plugins;
    @Nullable Storage storage;
    String storageName = "memory";
    Settings storageSettings = Settings.none();
    @Nullable HostSources hostSources;
    @Nullable String sourcesName;
    Settings sourcesSettings = Settings.none();
    @Nullable KeySource keys;
    @Nullable String keysName;
    Settings keysSettings = Settings.none();
    boolean unsealed;
    Space space = Space.DEFAULT;
    Clock clock = Clock.systemUTC();
    AffinityRule affinityRule = AffinityRule.STANDARD;
    Distance reach = Distance.ofKilometres(15);
    private final List<HardRule> ownRules = new ArrayList<>();
    final List<HostCondition> hostConditions = new ArrayList<>();
    AnswerTimes answerTimes = AnswerTimes.STANDARD;

    private Builder() {}

    /** The plugins to choose from, in the place of those that the library's class loader finds. */
    public Builder plugins(Plugins newPlugins) {
      plugins = Objects.requireNonNull(newPlugins, "plugins");
      return this;
    }

    /** A storage by the name of a plugin's factory. */
    public Builder storage(String name) {
      return storage(name, Settings.none());
    }

    /** A storage by the name of a plugin's factory, with its settings. */
    public Builder storage(String name, Settings settings) {
      storageName = Objects.requireNonNull(name, "name");
      storageSettings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * A storage that the host opened with {@link EducationCities#entityTypes()}, and closes itself.
     */
    public Builder storage(Storage newStorage) {
      storage = Objects.requireNonNull(newStorage, "storage");
      return this;
    }

    /** Host sources by the name of a plugin's factory; without any, the registry serves. */
    public Builder hostSources(String name, Settings settings) {
      sourcesName = Objects.requireNonNull(name, "name");
      sourcesSettings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /** Host sources that the host opened, and closes itself. */
    public Builder hostSources(HostSources newSources) {
      hostSources = Objects.requireNonNull(newSources, "hostSources");
      return this;
    }

    /**
     * Where the keys are by which whatever is personal is sealed, by the name of a plugin's
     * factory.
     */
    public Builder keys(String name, Settings settings) {
      keysName = Objects.requireNonNull(name, "name");
      keysSettings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /** The keys by which whatever is personal is sealed; the host closes their source itself. */
    public Builder keys(KeySource newKeys) {
      keys = Objects.requireNonNull(newKeys, "keys");
      return this;
    }

    /**
     * Seals nothing and keeps no audit: for data that is nobody's, or a host that sees to both. A
     * durable storage is opened without keys only so; one that forgets all needs neither.
     */
    public Builder unsealed() {
      unsealed = true;
      return this;
    }

    /** The district or customer; nothing crosses from one to another. */
    public Builder space(Space newSpace) {
      space = Objects.requireNonNull(newSpace, "space");
      return this;
    }

    /** The clock that every service goes by. */
    public Builder clock(Clock newClock) {
      clock = Objects.requireNonNull(newClock, "clock");
      return this;
    }

    /** The weights of the affinity formula. */
    public Builder affinity(AffinityRule newRule) {
      affinityRule = Objects.requireNonNull(newRule, "affinityRule");
      return this;
    }

    /** How far a learner goes at most; 15 km unless told. */
    public Builder reach(Distance newReach) {
      reach = Objects.requireNonNull(newReach, "reach");
      return this;
    }

    /** A hard rule of the host's own, besides those that hold everywhere. */
    public Builder rule(HardRule rule) {
      ownRules.add(Objects.requireNonNull(rule, "rule"));
      return this;
    }

    /** A condition of clearance of the host's or an authority's own; it can only refuse. */
    public Builder condition(HostCondition condition) {
      hostConditions.add(Objects.requireNonNull(condition, "condition"));
      return this;
    }

    /** How long people have to answer. */
    public Builder answerTimes(AnswerTimes newTimes) {
      answerTimes = Objects.requireNonNull(newTimes, "answerTimes");
      return this;
    }

    List<HardRule> rules() {
      return ImmutableList.<HardRule>builder()
          .addAll(StandardRules.all(reach))
          .addAll(ownRules)
          .build();
    }

    /**
     * Opens everything that was named.
     *
     * @throws ConfigurationException with every problem there is; nothing was opened
     */
    public EducationCities build() {
      Opening opening = Opening.of(this);
      try {
        return new EducationCities(this, opening);
      } catch (RuntimeException e) {
        opening.closeAfter(e);
        throw e;
      }
    }
  }
}
