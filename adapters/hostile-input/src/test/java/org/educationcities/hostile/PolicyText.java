package org.educationcities.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.educationcities.exchange.ImportException;
import org.educationcities.safeguarding.PolicyFile;
import org.educationcities.safeguarding.SafeguardingPolicy;

/** A safeguarding policy. What is taken answers for every age, and allows nobody everything. */
final class PolicyText implements Target {
  private final FileSet files = new FileSet();

  @Override
  public void read(byte[] input) {
    SafeguardingPolicy policy;
    try {
      policy = PolicyFile.read(files.layOne("policy.json", input));
    } catch (ImportException refused) {
      Canary.isNotInRefusal(refused);
      return;
    }
    assertThat(policy.inForceFrom()).isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
    for (int age = policy.minimumAge(); age <= 120; age += 7) {
      assertThat(policy.at(age).mostLearnersPerAdult()).isPositive();
      assertThat(policy.at(age).mostHoursPerDay().toHours()).isBetween(0L, 24L);
    }
    assertThat(policy.vettings()).isNotEmpty();
    assertThat(policy.smallestCell()).isGreaterThan(1);
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return new ArrayList<>(Samples.policies().values());
  }
}
