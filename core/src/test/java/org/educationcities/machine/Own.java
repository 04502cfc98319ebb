package org.educationcities.machine;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.educationcities.Actor;
import org.educationcities.safeguarding.Overridable;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.Vetting;
import org.jspecify.annotations.Nullable;

/** What the library was truly told: noted here when a service has said that it is done. */
final class Own {
  final Map<String, Vetting> vettings = new ConcurrentHashMap<>();
  final Map<String, ProviderAgreement> agreements = new ConcurrentHashMap<>();
  final Map<String, Set<String>> mentors = new ConcurrentHashMap<>();
  final Map<String, Overridden> overrides = new ConcurrentHashMap<>();
  private final Map<String, Permission> permissions = new ConcurrentHashMap<>();

  /** By a child, whom they must not be brought together with. */
  private final Map<String, Set<String>> apart = new ConcurrentHashMap<>();

  /** Which ids were followed into which others. */
  private final Map<String, String> merges = new ConcurrentHashMap<>();

  /** What two people accept together; nobody any more in the place of one who was erased. */
  record Overridden(
      String child,
      String opportunity,
      String provider,
      Set<Overridable> conditions,
      Instant until,
      @Nullable Actor proposedBy,
      Instant at,
      @Nullable Actor secondedBy) {
    Overridden {
      conditions = ImmutableSet.copyOf(conditions);
    }

    Overridden secondedBy(Actor actor) {
      return new Overridden(child, opportunity, provider, conditions, until, proposedBy, at, actor);
    }

    private Overridden without(String erased) {
      return new Overridden(
          child,
          opportunity,
          provider,
          conditions,
          until,
          proposedBy != null && proposedBy.id().equals(erased) ? null : proposedBy,
          at,
          secondedBy != null && secondedBy.id().equals(erased) ? null : secondedBy);
    }
  }

  void permit(String child, Permission permission) {
    permissions.put(child + "/" + permission.opportunityId(), permission);
  }

  void withdraw(String child, String opportunity) {
    for (String each : survivorsOf(child)) {
      permissions.remove(each + "/" + opportunity);
    }
  }

  @Nullable Permission permission(String child, String opportunity) {
    return permissions.get(child + "/" + opportunity);
  }

  void keepApart(String child, String party) {
    for (String each : survivorsOf(child)) {
      apart.computeIfAbsent(each, id -> ConcurrentHashMap.newKeySet()).add(party);
    }
  }

  boolean isKeptApart(String child, String provider, Set<String> adults) {
    Set<String> parties = apart.getOrDefault(child, Set.of());
    return parties.contains(provider) || adults.stream().anyMatch(parties::contains);
  }

  /** Whether somebody is kept apart from an adult: then they are not erased. */
  boolean isAnybodyKeptApart(String adult) {
    return apart.values().stream().anyMatch(each -> each.contains(adult));
  }

  /** A child, and under which ids they are known since. */
  private Set<String> survivorsOf(String child) {
    Set<String> all = new HashSet<>();
    String at = child;
    while (at != null && all.add(at)) {
      at = merges.get(at);
    }
    return all;
  }

  /** Two ids are one child: blocks of both hold, and no permission covers more than before. */
  void merge(String from, String into, Set<String> opportunities) {
    merges.put(from, into);
    merges.remove(into);
    Set<String> both = new HashSet<>(apart.getOrDefault(from, Set.of()));
    both.addAll(apart.getOrDefault(into, Set.of()));
    both.forEach(each -> keepApart(from, each));
    for (String each : opportunities) {
      Permission theirs = permissions.remove(from + "/" + each);
      Permission own = permission(into, each);
      if (theirs != null && own != null) {
        LocalDate first = theirs.from().isAfter(own.from()) ? theirs.from() : own.from();
        LocalDate last = theirs.until().isBefore(own.until()) ? theirs.until() : own.until();
        permissions.remove(into + "/" + each);
        if (!last.isBefore(first)) {
          permit(into, new Permission(each, own.givenBy(), first, last));
        }
      }
    }
  }

  /** Every id of a child, by what was followed and by what the host tells. */
  Set<String> idsOf(String child, Map<String, String> told) {
    Set<String> all = new HashSet<>(Set.of(child));
    for (int before = 0; before < all.size(); ) {
      before = all.size();
      for (Map<String, String> some : java.util.List.of(merges, told)) {
        some.forEach(
            (from, into) -> {
              if (all.contains(from) || all.contains(into)) {
                all.add(from);
                all.add(into);
              }
            });
      }
    }
    return all;
  }

  void forgetChild(String child) {
    permissions.keySet().removeIf(each -> each.startsWith(child + "/"));
    apart.remove(child);
    merges.remove(child);
    overrides.values().removeIf(each -> each.child().equals(child));
  }

  void forgetGuardian(String guardian) {
    permissions.values().removeIf(each -> each.givenBy().equals(guardian));
  }

  void forgetAdult(String adult) {
    vettings.remove(adult);
    mentors.replaceAll(
        (opportunity, all) -> {
          Set<String> others = new HashSet<>(all);
          others.remove(adult);
          return Set.copyOf(others);
        });
    overrides.replaceAll((id, each) -> Objects.requireNonNull(each).without(adult));
  }
}
