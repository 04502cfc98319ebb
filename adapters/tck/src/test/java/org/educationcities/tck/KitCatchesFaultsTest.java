package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.educationcities.spi.Settings;
import org.educationcities.spi.storage.StorageFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The kit is tested itself: each broken adapter is caught by the case that is meant for it. */
class KitCatchesFaultsTest {
  private static volatile Fault current = Fault.NONE;

  /** The kit on an adapter with the current fault; run through the launcher alone. */
  static class OnFault extends StorageKit {
    private final FaultyStorage.Factory factory = new FaultyStorage.Factory(current);

    @Override
    protected StorageFactory factory() {
      return factory;
    }

    @Override
    protected Settings freshMedium() {
      return Settings.of(Map.of("medium", UUID.randomUUID().toString()));
    }

    @Override
    protected List<DamagedMedium> damagedMedia() {
      FaultyStorage.Medium medium = new FaultyStorage.Medium();
      medium.header = "newer";
      factory.media.put("damaged", medium);
      return List.of(
          new DamagedMedium(
              "of a newer version",
              Settings.of(Map.of("medium", "damaged")),
              () -> medium.header + medium.entities.size()));
    }
  }

  private static TestExecutionSummary run(Fault fault, DiscoverySelector selector) {
    current = fault;
    return KitRun.of(selector);
  }

  @ParameterizedTest
  @EnumSource
  void eachFaultIsCaughtByTheCaseMeantForIt(Fault fault) {
    TestExecutionSummary summary = run(fault, selectMethod(OnFault.class, fault.caughtBy()));

    assertThat(summary.getTestsStartedCount()).isPositive();
    if (fault == Fault.NONE) {
      assertThat(summary.getTotalFailureCount()).isZero();
    } else {
      assertThat(summary.getTestsFailedCount()).as("failures of %s", fault.caughtBy()).isPositive();
    }
  }

  /** Without a fault nothing is caught: no case fails for another reason than its rule. */
  @Test
  void theSameAdapterWithoutAFaultPasses() {
    TestExecutionSummary summary = run(Fault.NONE, selectClass(OnFault.class));

    assertThat(summary.getFailures())
        .extracting(failure -> failure.getTestIdentifier().getDisplayName())
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(180);
  }

  @Test
  void thereAreAtLeast25FaultsAnd120NumberedCases() {
    assertThat(Fault.values()).hasSizeGreaterThan(40);
    assertThat(cases().filter(name -> name.matches("sto\\d+_.*"))).hasSizeGreaterThan(170);
  }

  @Test
  void everyRuleThatCanBeTestedHasACase() {
    Set<Integer> tested = new TreeSet<>();
    Pattern number = Pattern.compile("sto(\\d+)_.*");
    cases()
        .map(number::matcher)
        .filter(m -> m.matches())
        .forEach(m -> tested.add(Integer.parseInt(m.group(1))));
    assertThat(tested)
        .contains(1, 2, 3, 4, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26)
        .contains(30, 31, 32, 33, 34, 40, 41, 42, 43, 44, 45, 50, 51, 52);
    assertThat(StorageKit.UNTESTABLE).anyMatch(rule -> rule.startsWith("STO-14"));
  }

  private static Stream<String> cases() {
    return KitRun.cases(StorageKit.class);
  }
}
