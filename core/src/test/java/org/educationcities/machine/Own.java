package org.educationcities.machine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.educationcities.safeguarding.Permission;
import org.educationcities.safeguarding.ProviderAgreement;
import org.educationcities.safeguarding.Vetting;
import org.jspecify.annotations.Nullable;

/** What the library was truly told: noted here when a service has said that it is done. */
final class Own {
  final Map<String, Vetting> vettings = new ConcurrentHashMap<>();
  final Map<String, ProviderAgreement> agreements = new ConcurrentHashMap<>();
  final Map<String, Set<String>> mentors = new ConcurrentHashMap<>();
  private final Map<String, Permission> permissions = new ConcurrentHashMap<>();
  private final Set<String> apart = ConcurrentHashMap.newKeySet();

  void permit(String child, Permission permission) {
    permissions.put(child + "/" + permission.opportunityId(), permission);
  }

  void withdraw(String child, String opportunity) {
    permissions.remove(child + "/" + opportunity);
  }

  @Nullable Permission permission(String child, String opportunity) {
    return permissions.get(child + "/" + opportunity);
  }

  void keepApart(String child, String party) {
    apart.add(child + "/" + party);
  }

  boolean isKeptApart(String child, String provider, Set<String> adults) {
    return apart.contains(child + "/" + provider)
        || adults.stream().anyMatch(each -> apart.contains(child + "/" + each));
  }
}
