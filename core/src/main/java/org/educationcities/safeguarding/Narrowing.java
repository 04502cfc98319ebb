package org.educationcities.safeguarding;

import com.google.common.collect.Iterables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.educationcities.persistence.Kind;
import org.educationcities.persistence.Store;
import org.educationcities.persistence.Stored;
import org.educationcities.persistence.Upsert;
import org.educationcities.spi.storage.ConflictException;

/**
 * What allows less than what it takes the place of: what was cleared on the earlier may not be
 * cleared any more, although nothing was ended.
 *
 * <p>What many placements rest on is replaced in two steps, so that no reader ever meets it ended
 * or narrowed beside something that is in force by it. First it is put on hold: nothing new is
 * confirmed by it from then on, and whatever was cleared by it before no longer confirms. Then what
 * is in force by it is looked for, of which there can only be less from now on; and in one
 * transaction the new one is stored and that is suspended or asked about again. Whoever dies
 * between the two leaves it on hold: nothing is confirmed by it, the next recheck suspends what is
 * in force by it, and doing it again does the rest.
 */
final class Narrowing {
  private static final int BATCH = 500;
  private static final int ATTEMPTS = 8;

  private Narrowing() {}

  /** How something that many placements rest on is ended, narrowed and put on hold. */
  interface Anchor<T> {

    /** Whether nothing may go on by it. */
    boolean hasEnded(T after);

    /** Whether the later of two allows less than the earlier. */
    boolean allowsLess(T before, T after);

    T held(T before);

    boolean isHeld(T value);
  }

  static final Anchor<Vetting> VETTING =
      new Anchor<>() {
        @Override
        public boolean hasEnded(Vetting after) {
          return after.decision() != Vetting.Decision.CLEARED;
        }

        /** Another check, or one of another day, may end sooner or not count at all. */
        @Override
        public boolean allowsLess(Vetting before, Vetting after) {
          return true;
        }

        @Override
        public Vetting held(Vetting before) {
          return before.held();
        }

        @Override
        public boolean isHeld(Vetting value) {
          return value.onHold();
        }
      };

  static Anchor<ProviderAgreement> agreement(LocalDate today) {
    return new Anchor<>() {
      @Override
      public boolean hasEnded(ProviderAgreement after) {
        return after.until().isBefore(today) || after.until().isBefore(after.from());
      }

      /** Fewer days at either end. */
      @Override
      public boolean allowsLess(ProviderAgreement before, ProviderAgreement after) {
        return after.from().isAfter(before.from()) || after.until().isBefore(before.until());
      }

      @Override
      public ProviderAgreement held(ProviderAgreement before) {
        return before.held();
      }

      @Override
      public boolean isHeld(ProviderAgreement value) {
        return value.onHold();
      }
    };
  }

  /**
   * Stores things in the place of earlier ones: those that allow no less in one transaction, each
   * of the others in one of its own together with what comes of it.
   *
   * @param reason why what is in force by one that has ended is suspended
   * @throws ConflictException if others change the same things again and again
   */
  static <T> void put(
      Store store,
      Kind<T> kind,
      List<T> values,
      Anchor<T> anchor,
      Suspension suspension,
      String reason) {
    Map<String, T> open = new LinkedHashMap<>();
    values.forEach(each -> open.put(kind.idOf(each), each));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      open.keySet().retainAll(hold(store, kind, List.copyOf(open.values()), anchor));
      if (open.isEmpty()) {
        return;
      }
      Map<Boolean, Set<String>> byEnd =
          open.entrySet().stream()
              .collect(
                  Collectors.partitioningBy(
                      each -> anchor.hasEnded(each.getValue()),
                      Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
      Suspension.InForce inForce =
          suspension.inForceWith(
              store, byEnd.getOrDefault(true, Set.of()), byEnd.getOrDefault(false, Set.of()));
      open.entrySet()
          .removeIf(
              each ->
                  settled(store, kind, each.getKey(), each.getValue(), anchor, inForce, reason));
    }
    if (!open.isEmpty()) {
      throw new ConflictException(
          open.size()
              + " of type "
              + kind.type().name()
              + " were changed by others all the while.");
    }
  }

  /** Stores what allows no less, puts on hold what the others replace; returns the others' ids. */
  private static <T> Set<String> hold(Store store, Kind<T> kind, List<T> values, Anchor<T> anchor) {
    return store.<Set<String>>inTransaction(
        unit -> {
          Set<String> less = new HashSet<>();
          List<T> others = new ArrayList<>();
          for (List<T> some : Iterables.partition(values, BATCH)) {
            Map<String, Stored<T>> before =
                unit.find(kind, some.stream().map(kind::idOf).collect(Collectors.toSet()));
            for (T each : some) {
              Stored<T> earlier = before.get(kind.idOf(each));
              if (earlier == null || !isLess(earlier.value(), each, anchor)) {
                others.add(each);
                continue;
              }
              less.add(kind.idOf(each));
              if (!anchor.isHeld(earlier.value())) {
                unit.update(kind, earlier, anchor.held(earlier.value()));
              }
            }
          }
          Upsert.within(unit, kind, others);
          return less;
        });
  }

  private static <T> boolean isLess(T before, T after, Anchor<T> anchor) {
    return anchor.isHeld(before)
        || (!before.equals(after) && (anchor.hasEnded(after) || anchor.allowsLess(before, after)));
  }

  /** False if it is not on hold any more: somebody was faster. */
  private static <T> boolean settled(
      Store store,
      Kind<T> kind,
      String id,
      T value,
      Anchor<T> anchor,
      Suspension.InForce inForce,
      String reason) {
    return store.<Boolean>inTransaction(
        unit -> {
          Stored<T> seen = unit.find(kind, id).orElse(null);
          if (seen == null || !anchor.isHeld(seen.value())) {
            return false;
          }
          unit.update(kind, seen, value);
          inForce.settle(unit, id, reason);
          return true;
        });
  }

  /** Fewer days to come, or given by somebody else, who may not be entitled for as long. */
  static boolean allowsLess(Permission before, Permission after, LocalDate today) {
    return !after.givenBy().equals(before.givenBy())
        || (before.accompanied() && !after.accompanied())
        || after.until().isBefore(before.until())
        || (after.from().isAfter(before.from()) && after.from().isAfter(today));
  }
}
