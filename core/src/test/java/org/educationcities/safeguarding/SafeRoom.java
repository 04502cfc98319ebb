package org.educationcities.safeguarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.educationcities.Actor;
import org.educationcities.MemoryKeys;
import org.educationcities.Role;
import org.educationcities.notification.DomainEvent;
import org.educationcities.notification.NotificationTypes;
import org.educationcities.notification.Outbox;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Act;
import org.educationcities.persistence.AuditEntry;
import org.educationcities.persistence.Erased;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.UnitOfWork;
import org.educationcities.registry.RegistryTypes;
import org.educationcities.spi.Space;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Query;
import org.educationcities.storage.memory.MemoryStorage;

/** The room by itself over a sealed memory: what it suspends, tells and audits can be looked at. */
final class SafeRoom {
  static final Actor ADMINISTRATOR = new Actor("admin-1", Role.ADMINISTRATOR);

  final Store store = sealed();
  final List<String> suspended = new ArrayList<>();
  final Safeguarding safeguarding;
  final HostSources host;

  SafeRoom() {
    this(new TableCity.Host(TableCity.Told.WHOLE));
  }

  SafeRoom(HostSources host) {
    this.host = host;
    this.safeguarding = new Safeguarding(store, host, () -> TableCity.NOW, new Recording());
  }

  private static Store sealed() {
    Set<EntityType> types = new HashSet<>(RegistryTypes.all());
    types.addAll(SafeguardingTypes.all());
    types.addAll(NotificationTypes.all());
    types.add(AuditEntry.KIND.type());
    types.add(Erased.KIND.type());
    return new Store(MemoryStorage.of(types), Space.DEFAULT, new MemoryKeys(), () -> TableCity.NOW);
  }

  Concerns concerns() {
    return new Concerns(store, () -> TableCity.NOW, new Random(7), safeguarding);
  }

  /** What is to be told, each as its type, its subject and its data. */
  List<String> told() {
    return new Outbox(store, () -> TableCity.NOW)
        .pending(ADMINISTRATOR).stream().map(SafeRoom::said).toList();
  }

  private static String said(DomainEvent event) {
    return event.type().code() + " " + event.subject() + " " + event.data();
  }

  /** What the audit tells of a role, each thing as often as it does. */
  List<String> audited(Role role) {
    List<String> acts = new ArrayList<>();
    store.forEach(
        AuditEntry.KIND,
        Query.over(AuditEntry.KIND.type().name()).limit(500).build(),
        each -> {
          if (each.value().role().equals(role.name())) {
            for (Act act : each.value().acts()) {
              acts.add(act.what() + " " + act.type());
            }
          }
        });
    return acts;
  }

  LearnerAnchor anchor(LearnerId learner) {
    return store
        .find(SafeguardingTypes.LEARNER, learner.value())
        .map(each -> each.value())
        .orElseThrow();
  }

  static Instant in(int days) {
    return TableCity.NOW.plus(java.time.Duration.ofDays(days));
  }

  /** Writes down what it is asked for. */
  private final class Recording implements Suspension {
    @Override
    public void suspend(UnitOfWork unit, LearnerId learner, String opportunityId, String reason) {
      suspended.add(learner + " " + opportunityId + " " + reason);
    }

    @Override
    public void suspendWith(UnitOfWork unit, LearnerId learner, String partyId, String reason) {
      suspended.add(learner + " with " + partyId + " " + reason);
    }

    @Override
    public InForce inForceWith(Store where, Set<String> ended, Set<String> changed) {
      suspended.add("ended " + new TreeSet<>(ended) + ", changed " + new TreeSet<>(changed));
      return (unit, partyId, reason) -> suspended.add(partyId + " " + reason);
    }
  }
}
