package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The kit for sources is tested itself: each broken source is caught by the case meant for it. */
class SourceKitCatchesFaultsTest {
  private static volatile SourceFault current = SourceFault.NONE;

  /** The kit on sources with the current fault; run through the launcher alone. */
  static class OnFault extends SourceKit {
    @Override
    protected PlayedHost freshHost(InstantSource clock) {
      return new FaultyHost(current, clock);
    }
  }

  private static TestExecutionSummary run(SourceFault fault, DiscoverySelector selector) {
    current = fault;
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build(),
            listener);
    return listener.getSummary();
  }

  @ParameterizedTest
  @EnumSource
  void eachFaultIsCaughtByTheCaseMeantForIt(SourceFault fault) {
    TestExecutionSummary summary = run(fault, selectMethod(OnFault.class, fault.caughtBy()));

    assertThat(summary.getTestsStartedCount()).isPositive();
    if (fault == SourceFault.NONE) {
      assertThat(summary.getTotalFailureCount()).isZero();
    } else {
      assertThat(summary.getTestsFailedCount()).as("failures of %s", fault.caughtBy()).isPositive();
    }
  }

  /** Without a fault nothing is caught, and nothing is skipped: the host can do all of it. */
  @Test
  void theSameSourcesWithoutAFaultPass() {
    TestExecutionSummary summary = run(SourceFault.NONE, selectClass(OnFault.class));

    assertThat(summary.getFailures())
        .extracting(failure -> failure.getTestIdentifier().getDisplayName())
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(200);
  }

  @Test
  void everyRuleHasACase() {
    Pattern number = Pattern.compile("src(\\d+)_.*");
    Set<Integer> tested = new TreeSet<>();
    cases()
        .map(number::matcher)
        .filter(Matcher::matches)
        .forEach(each -> tested.add(Integer.parseInt(each.group(1))));
    assertThat(tested).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  /** A fault names a case that exists; a case that no fault is caught by would prove nothing. */
  @Test
  void everyCaseOfARuleIsCheckedByAFaultOrStandsBesideOneThatIs() {
    Set<String> rulesWithFaults = new TreeSet<>();
    for (SourceFault each : SourceFault.values()) {
      assertThat(cases()).contains(each.caughtBy());
      rulesWithFaults.add(each.caughtBy().replaceAll("_.*", ""));
    }
    assertThat(rulesWithFaults).hasSize(10);
  }

  private static Stream<String> cases() {
    return Stream.<Class<?>>iterate(
            SourceKit.class, c -> c != Object.class && c != null, Class::getSuperclass)
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(TestFactory.class))
        .map(m -> m.getName());
  }
}
