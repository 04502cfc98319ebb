package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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
              Codec.json(
                  PolicyDocument.class, SafeguardingPolicy::document, SafeguardingPolicy::of),
              (SafeguardingPolicy each) -> POLICY_ID)
          .impersonal()
          .audited()
          .build();

  static final Kind<LearnerAnchor> LEARNER =
      Kind.named("learner-anchor", Codec.json(LearnerAnchor.class), LearnerAnchor::learnerId)
          .personal(AnchorPeople.LEARNER)
          .over(LearnerAnchor::overSince)
          .build();

  static final Kind<Vetting> VETTING =
      Kind.named("vetting", Codec.json(Vetting.class), Vetting::adultId)
          .personal(AnchorPeople.VETTING)
          .over(Vetting::overSince)
          .build();

  static final Kind<ProviderAgreement> AGREEMENT =
      Kind.named(
              "provider-agreement",
              Codec.json(ProviderAgreement.class),
              ProviderAgreement::providerId)
          .impersonal()
          .audited()
          .over(
              each ->
                  Optional.of(
                      each.until().plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant()))
          .build();

  static final Kind<Concern.ConcernDocument> CONCERN =
      Kind.named("concern", Codec.json(Concern.ConcernDocument.class), Concern.ConcernDocument::id)
          .number("open", each -> each.closedAt() == null ? 1L : 0L)
          .number("raised", each -> ChronoUnit.MICROS.between(Instant.EPOCH, each.raisedAt()))
          .personal(Concern.ConcernDocument.PEOPLE)
          .over(each -> Optional.ofNullable(each.closedAt()))
          .build();

  static final Kind<OverrideDocument> OVERRIDE =
      Kind.named("clearance-override", Codec.json(OverrideDocument.class), OverrideDocument::id)
          .text("learner", each -> each.learner().value())
          .number("waiting", each -> each.isWaiting() ? 1L : 0L)
          .personal(AnchorPeople.OVERRIDE)
          .over(OverrideDocument::overSince)
          .build();

  private SafeguardingTypes() {}

  /** The entity types of safeguarding. */
  public static Set<EntityType> all() {
    return kinds().stream().map(Kind::type).collect(ImmutableSet.toImmutableSet());
  }

  /** The kinds behind them. */
  public static List<Kind<?>> kinds() {
    return ImmutableList.of(POLICY, LEARNER, VETTING, AGREEMENT, CONCERN, OVERRIDE);
  }
}
