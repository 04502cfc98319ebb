package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a clearance once it was used: proof for a reader, without the power to confirm
 * anything.
 *
 * @param placementVersion the version of the placement it was made for
 * @param policyVersion the version of the policy it was made by
 * @param usedAt when something was confirmed by it
 * @param hostAsOf as of when the host's facts were true, the oldest of them
 * @param expiresAt the earliest end of any condition: from then on nothing is in force by it
 * @param most how many learners those adults may be with, by the rules of this one's age; null in
 *     notes of before this was kept
 * @param anchors the versions of what it rests on
 */
public record ClearanceNote(
    long placementVersion,
    int policyVersion,
    Instant usedAt,
    Instant hostAsOf,
    Instant expiresAt,
    @Nullable Long most,
    List<Anchor> anchors) {

  /**
   * What a clearance rests on, as it was.
   *
   * @param kind the kind of thing
   * @param id its id
   * @param version its version
   */
  public record Anchor(String kind, String id, long version) {
    /** The version only: the id may be somebody's. */
    @Override
    public String toString() {
      return "Anchor[@" + version + "]";
    }

    private boolean isOfTheSame(Anchor other) {
      return kind.equals(other.kind) && id.equals(other.id);
    }
  }

  /** A note of a clearance. */
  public ClearanceNote {
    Objects.requireNonNull(usedAt, "usedAt");
    Objects.requireNonNull(hostAsOf, "hostAsOf");
    Objects.requireNonNull(expiresAt, "expiresAt");
    anchors = ImmutableList.copyOf(anchors);
  }

  /**
   * This note, ending no later and allowing no more than a newer clearance would; what it rests on
   * stays what it was confirmed by, and overrides that only the newer one takes are added.
   */
  public ClearanceNote narrowedBy(ClearanceNote newer) {
    Long fewest = most == null || (newer.most != null && newer.most < most) ? newer.most : most;
    return new ClearanceNote(
        placementVersion,
        policyVersion,
        usedAt,
        hostAsOf,
        newer.expiresAt.isBefore(expiresAt) ? newer.expiresAt : expiresAt,
        fewest,
        withOverridesOf(newer));
  }

  private List<Anchor> withOverridesOf(ClearanceNote newer) {
    ImmutableList.Builder<Anchor> all = ImmutableList.builder();
    all.addAll(anchors);
    newer.anchors.stream()
        .filter(each -> each.kind().equals(SafeguardingTypes.OVERRIDE.type().name()))
        .filter(each -> anchors.stream().noneMatch(each::isOfTheSame))
        .forEach(all::add);
    return all.build();
  }

  /** How many learners may be there, this one among them, if it was kept. */
  public Optional<Long> mostPresent() {
    return Optional.ofNullable(most);
  }

  /** Whether it still holds at a moment. */
  public boolean holdsAt(Instant moment) {
    return moment.isBefore(expiresAt);
  }
}
