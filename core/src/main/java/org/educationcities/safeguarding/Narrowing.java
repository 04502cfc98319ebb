package org.educationcities.safeguarding;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.Upsert;

/**
 * Tells what allows less than what it takes the place of: what was cleared on the earlier may not
 * be cleared any more, although nothing was ended.
 */
final class Narrowing {
  private static final int BATCH = 500;

  private Narrowing() {}

  /**
   * Stores things in the place of earlier ones, in one transaction.
   *
   * @param allowsLess whether the later of two allows less than the earlier
   * @return the ids of those that allow less now
   */
  static <T> Set<String> put(
      Store store, Kind<T> kind, List<T> values, BiPredicate<T, T> allowsLess) {
    return store.<Set<String>>inTransaction(
        unit -> {
          Set<String> narrowed = new HashSet<>();
          for (List<T> some : Iterables.partition(values, BATCH)) {
            Set<String> ids = some.stream().map(kind::idOf).collect(Collectors.toSet());
            Map<String, Stored<T>> before = unit.find(kind, ids);
            for (T each : some) {
              Stored<T> earlier = before.get(kind.idOf(each));
              if (earlier != null && allowsLess.test(earlier.value(), each)) {
                narrowed.add(kind.idOf(each));
              }
            }
          }
          Upsert.within(unit, kind, values);
          return narrowed;
        });
  }

  /** Another check, or one of another day, may end sooner or not count at all. */
  static boolean allowsLess(Vetting before, Vetting after) {
    return !before.equals(after) && after.decision() == Vetting.Decision.CLEARED;
  }

  /** Fewer days at either end. */
  static boolean allowsLess(ProviderAgreement before, ProviderAgreement after) {
    return after.from().isAfter(before.from()) || after.until().isBefore(before.until());
  }

  /** Fewer days to come, or given by somebody else, who may not be entitled for as long. */
  static boolean allowsLess(Permission before, Permission after, LocalDate today) {
    return !after.givenBy().equals(before.givenBy())
        || (before.accompanied() && !after.accompanied())
        || after.until().isBefore(before.until())
        || (after.from().isAfter(before.from()) && after.from().isAfter(today));
  }
}
