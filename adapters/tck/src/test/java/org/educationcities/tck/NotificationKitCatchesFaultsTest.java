package org.educationcities.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.educationcities.spi.Settings;
import org.educationcities.spi.notification.ChannelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The kit is tested itself: each broken channel is caught by the case that is meant for it. */
class NotificationKitCatchesFaultsTest {
  private static volatile ChannelFault current = ChannelFault.NONE;

  /** The kit on a channel with the current fault; run through the launcher alone. */
  static class OnFault extends NotificationKit {
    @Override
    protected FarSide farSide() {
      return new SimulatedFarSide(current);
    }

    @Override
    protected Optional<ChannelFactory> factory() {
      return Optional.of(new FaultyChannelFactory(current));
    }

    @Override
    protected Settings settings() {
      return Settings.of(Map.of("url", "x", "password", FaultyChannel.SECRET));
    }

    @Override
    protected Duration patience() {
      return current == ChannelFault.NONE ? super.patience() : Duration.ofSeconds(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachFaultIsCaughtByTheCaseMeantForIt(ChannelFault fault) {
    current = fault;
    TestExecutionSummary summary = KitRun.of(selectMethod(OnFault.class, fault.caughtBy()));

    assertThat(summary.getTestsStartedCount()).isPositive();
    if (fault == ChannelFault.NONE) {
      assertThat(summary.getTotalFailureCount()).isZero();
    } else {
      assertThat(summary.getTestsFailedCount()).as("failures of %s", fault.caughtBy()).isPositive();
    }
  }

  /** Without a fault nothing is caught: no case fails for another reason than its rule. */
  @Test
  void theSameChannelWithoutAFaultPasses() {
    current = ChannelFault.NONE;
    TestExecutionSummary summary = KitRun.of(selectClass(OnFault.class));

    assertThat(summary.getFailures())
        .extracting(
            failure -> failure.getTestIdentifier().getDisplayName() + failure.getException())
        .isEmpty();
    assertThat(summary.getTestsAbortedCount()).isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(130);
  }

  @Test
  void everyRuleHasACaseAndMostCasesAFault() {
    Set<Integer> tested = new TreeSet<>();
    Pattern number = Pattern.compile("not(\\d+)_.*");
    KitRun.cases(NotificationKit.class)
        .map(number::matcher)
        .filter(m -> m.matches())
        .forEach(m -> tested.add(Integer.parseInt(m.group(1))));
    assertThat(tested)
        .containsExactly(1, 2, 3, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 25, 26, 30, 31, 32);
    assertThat(ChannelFault.values()).hasSizeGreaterThan(55);
  }
}
