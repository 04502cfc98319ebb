package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableSet;
import java.util.Set;
import org.educationcities.persistence.Codec;
import org.educationcities.persistence.Kind;
import org.educationcities.spi.storage.EntityType;

/** What the storage must know of this room. */
public final class SafeguardingTypes {
  /** There is one policy a space, under this id. */
  static final String POLICY_ID = "policy";

  static final Kind<SafeguardingPolicy> POLICY =
      Kind.named(
              "safeguarding-policy",
              Codec.json(SafeguardingPolicy.class),
              (SafeguardingPolicy each) -> POLICY_ID)
          .build();

  static final Kind<LearnerAnchor> LEARNER =
      Kind.named("learner-anchor", Codec.json(LearnerAnchor.class), LearnerAnchor::learnerId)
          .build();

  static final Kind<Vetting> VETTING =
      Kind.named("vetting", Codec.json(Vetting.class), Vetting::adultId).build();

  static final Kind<ProviderAgreement> AGREEMENT =
      Kind.named(
              "provider-agreement",
              Codec.json(ProviderAgreement.class),
              ProviderAgreement::providerId)
          .build();

  private SafeguardingTypes() {}

  /** The entity types of safeguarding. */
  public static Set<EntityType> all() {
    return ImmutableSet.of(POLICY.type(), LEARNER.type(), VETTING.type(), AGREEMENT.type());
  }
}
