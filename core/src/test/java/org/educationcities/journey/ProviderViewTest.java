package org.educationcities.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.educationcities.Actor;
import org.educationcities.ForbiddenException;
import org.educationcities.Role;
import org.educationcities.SmallCity;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.ProviderViews;
import org.educationcities.people.LearnerId;
import org.educationcities.people.Person;
import org.educationcities.safeguarding.AgeBand;
import org.educationcities.safeguarding.PersonalField;
import org.educationcities.safeguarding.ProviderView;
import org.educationcities.safeguarding.Pseudonyms;
import org.educationcities.safeguarding.SamplePolicy;
import org.educationcities.spi.Space;
import org.educationcities.spi.key.KeySource;
import org.junit.jupiter.api.Test;

class ProviderViewTest {
  private final MovingClock clock = new MovingClock("2026-08-20T06:00:00Z");
  private final Stage stage = Stage.open(clock, 3).safe();
  private final LearnerId learner = stage.learners("learner-noa").get(0);
  private final Pseudonyms pseudonyms = new Pseudonyms(new TestKeys(), Space.DEFAULT);
  private final ProviderViews views =
      new ProviderViews(
          stage.cities().collaborations(),
          stage.cities().sources(),
          pseudonyms,
          stage.cities().safeguarding(),
          (learner, field) -> Optional.of("canary-" + field.code()),
          clock);

  @Test
  void aProviderSeesABandAndAPseudonymOfItsOwn() {
    CollaborationId id = stage.accepted(learner);
    ProviderView view = views.of(Stage.THEATRE, id);

    assertThat(view.ageBand()).contains(AgeBand.FROM_10_TO_12);
    assertThat(view.pseudonym()).hasSize(20).doesNotContain("noa");
    assertThat(view.isInForce()).isFalse();
    assertThat(view.sessions()).isEmpty();
    assertThat(view.pseudonym()).isEqualTo(pseudonyms.of(learner, Stage.THEATRE.id()));
    assertThat(view.pseudonym()).isNotEqualTo(pseudonyms.of(learner, "another-provider"));
  }

  @Test
  void sessionsAreSeenOnlyWhileItIsInForce() {
    stage.permit(learner);
    CollaborationId id = stage.accepted(learner);
    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    assertThat(views.of(Stage.THEATRE, id).sessions()).isNotEmpty();

    stage
        .cities()
        .safeguarding()
        .withdrawPermission(Stage.guardianOf(learner), learner, Stage.STAGE.value());
    assertThat(views.of(Stage.THEATRE, id).isInForce()).isFalse();
    assertThat(views.of(Stage.THEATRE, id).sessions()).isEmpty();
  }

  @Test
  void nobodyElseSeesIt() {
    CollaborationId id = stage.accepted(learner);
    assertThatThrownBy(() -> views.of(new Actor("provider-pitch", Role.PROVIDER), id))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> views.of(Stage.self(learner), id))
        .isInstanceOf(ForbiddenException.class);
  }

  /** Field by field, while it is in force, and only what the policy discloses. */
  @Test
  void aNameIsToldOnlyWhileItIsInForceAndThePolicyDisclosesIt() {
    stage
        .cities()
        .safeguarding()
        .install(
            Stage.LEAD, SamplePolicy.of(2).disclosed(Set.of(PersonalField.GIVEN_NAME)).build());
    stage.permit(learner);
    CollaborationId id = stage.accepted(learner);
    assertThatThrownBy(() -> views.disclose(Stage.THEATRE, id, PersonalField.GIVEN_NAME))
        .isInstanceOf(ForbiddenException.class);

    stage.cities().confirmations().confirmAll(SmallCity.PLANNER, List.of(id));
    assertThat(views.disclose(Stage.THEATRE, id, PersonalField.GIVEN_NAME))
        .contains("canary-given-name");
    assertThatThrownBy(() -> views.disclose(Stage.THEATRE, id, PersonalField.FAMILY_NAME))
        .isInstanceOf(ForbiddenException.class);
    for (Actor other : List.of(new Actor("provider-pitch", Role.PROVIDER), SmallCity.PLANNER)) {
      assertThatThrownBy(() -> views.disclose(other, id, PersonalField.GIVEN_NAME))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(stage.cities().privacy().export().of(Stage.self(learner), Person.of(learner)))
        .contains("provider-given-name")
        .doesNotContain("canary-given-name");

    stage
        .cities()
        .safeguarding()
        .withdrawPermission(Stage.guardianOf(learner), learner, Stage.STAGE.value());
    assertThatThrownBy(() -> views.disclose(Stage.THEATRE, id, PersonalField.GIVEN_NAME))
        .isInstanceOf(ForbiddenException.class);
  }

  /** Keys that follow from their ids: good for a test alone. */
  private static final class TestKeys implements KeySource {
    @Override
    public Optional<byte[]> find(Space space, String keyId) {
      return Optional.of(obtain(space, keyId));
    }

    @Override
    public byte[] obtain(Space space, String keyId) {
      return Arrays.copyOf(keyId.getBytes(StandardCharsets.UTF_8), 32);
    }

    @Override
    public boolean destroy(Space space, String keyId) {
      return false;
    }

    @Override
    public void close() {}
  }
}
