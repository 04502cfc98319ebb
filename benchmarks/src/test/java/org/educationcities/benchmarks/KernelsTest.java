package org.educationcities.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** That every kernel runs where it is to be measured. */
class KernelsTest {

  @Test
  void everyKernelRunsOnceInSmall() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(Kernels.class.getName())
                    .param("learners", "400")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .mode(Mode.SingleShotTime)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results)
        .extracting(each -> each.getPrimaryResult().getLabel())
        .containsExactlyInAnyOrder(
            "auction", "candidates", "certificate", "deferredAcceptance", "pricing", "repair");
  }
}
