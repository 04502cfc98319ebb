package org.educationcities.view;

import com.google.common.collect.ImmutableList;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.educationcities.NotFoundException;
import org.educationcities.collaboration.Collaborations;
import org.educationcities.people.Learner;
import org.educationcities.people.LearnerId;
import org.educationcities.profile.Party;
import org.educationcities.profile.Profile;
import org.educationcities.registry.Profiles;
import org.educationcities.registry.Quests;
import org.educationcities.resource.OpportunityId;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.Selection;

/** What is known of one learner, line by line, before it is said to whom it is shown. */
final class LearnerLines {
  private final HostSources sources;
  private final Profiles profiles;
  private final Quests quests;
  private final Collaborations collaborations;
  private final InstantSource clock;

  LearnerLines(
      HostSources sources,
      Profiles profiles,
      Quests quests,
      Collaborations collaborations,
      InstantSource clock) {
    this.sources = Objects.requireNonNull(sources, "sources");
    this.profiles = Objects.requireNonNull(profiles, "profiles");
    this.quests = Objects.requireNonNull(quests, "quests");
    this.collaborations = Objects.requireNonNull(collaborations, "collaborations");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** What the host tells of them now, in part. */
  Set<String> arrangements(LearnerId learner) {
    return sources.learners().read(Selection.byIds(Set.of(learner.value()))).records().stream()
        .findFirst()
        .map(each -> Learner.of(each).arrangements())
        .orElseThrow(() -> new NotFoundException("learner", learner.value()));
  }

  Profile profile(LearnerId learner) {
    return profiles.of(Party.of(learner));
  }

  List<QuestLine> quests(LearnerId learner) {
    return quests.of(learner).stream()
        .map(each -> new QuestLine(each.id(), each.words(), each.topics()))
        .collect(ImmutableList.toImmutableList());
  }

  List<OpportunityId> wishes(LearnerId learner) {
    return quests.wishesOf(learner).wishes().stream()
        .map(each -> new OpportunityId(each.opportunityId()))
        .collect(ImmutableList.toImmutableList());
  }

  List<PlacementLine> placements(LearnerId learner) {
    return collaborations.placementsOf(learner).stream()
        .map(each -> new PlacementLine(each, clock.instant()))
        .collect(ImmutableList.toImmutableList());
  }
}
