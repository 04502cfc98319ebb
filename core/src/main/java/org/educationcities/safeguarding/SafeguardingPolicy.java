package org.educationcities.safeguarding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a city or a country, as data: versioned, in force from a stated moment. Without one
 * the answer to everything is no. A city writes it as a file: see {@link PolicyFile}. Immutable.
 */
public final class SafeguardingPolicy {
  private final PolicyDocument document;
  private final List<AgeRule> ages;

  private SafeguardingPolicy(PolicyDocument document) {
    this.document = document;
    this.ages =
        document.ages().stream()
            .sorted(Comparator.comparingInt(AgeRule::fromAge))
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * The policy of a document.
   *
   * @throws IllegalArgumentException with every rule that it breaks, a line each
   */
  static SafeguardingPolicy of(PolicyDocument document) {
    List<String> problems = PolicyRules.brokenBy(document);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new SafeguardingPolicy(document);
  }

  /**
   * Starts a policy. Nothing that protects has a default: what is left out is an error. What
   * loosens has one: nothing is overridden, and nothing disclosed.
   *
   * @param name what it is called; a sample says that it is one
   * @param version 1 or more; rises with every change
   * @param inForceFrom from when it holds
   */
  public static Builder builder(String name, int version, Instant inForceFrom) {
    return new Builder(name, version, inForceFrom);
  }

  /**
   * A sample to try things out with, and to write one's own by. It is nobody's law. The same stands
   * in {@code sample-policy.json} beside this class, and one by ages in {@code
   * sample-policy-by-age.json}.
   *
   * @param inForceFrom from when it holds
   */
  public static SafeguardingPolicy sample(Instant inForceFrom) {
    return builder("Sample policy, not for use", 1, inForceFrom)
        .minimumAge(5)
        .ageOfOwnPermission(18)
        .fewestAdults(1)
        .age(new AgeRule(0, 15, Duration.ofHours(6), Duration.ofHours(20), 7, 21, Set.of(), null))
        .vetting("cleared", Duration.ofDays(3 * 365))
        .factsNoOlderThan(Duration.ofDays(1))
        .clearanceValidFor(Duration.ofDays(200))
        .arrivalDelay(Duration.ofMinutes(15))
        .quietHours(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)))
        .retention("collaboration", Duration.ofDays(3 * 365))
        .statistics(10, 10)
        .build();
  }

  /** What it is called. */
  public String name() {
    return document.name();
  }

  /** Its version, 1 or more. */
  public int version() {
    return document.version();
  }

  /** From when it holds. */
  public Instant inForceFrom() {
    return document.inForceFrom();
  }

  /** The youngest who may take part outside school, in years. */
  public int minimumAge() {
    return document.minimumAge();
  }

  /** From which age a learner may give their own permission, in years; 150 for never. */
  public int ageOfOwnPermission() {
    return document.ageOfOwnPermission();
  }

  /** How many vetted adults must be there at least. */
  public int fewestAdults() {
    return document.fewestAdults();
  }

  /** What holds by age, the youngest first; at least one. */
  public List<AgeRule> ages() {
    return ages;
  }

  /** The rule for an age; for the youngest that of the first. */
  public AgeRule at(int age) {
    AgeRule found = ages.get(0);
    for (AgeRule each : ages) {
      if (each.fromAge() <= age) {
        found = each;
      }
    }
    return found;
  }

  /** The kinds of vetting that count, each with how long after its issue. */
  public Map<String, Duration> vettings() {
    return document.vettings();
  }

  /** How old the host's facts may be when they are decided on. */
  public Duration factsNoOlderThan() {
    return document.factsNoOlderThan();
  }

  /** The longest that a clearance holds. */
  public Duration clearanceValidFor() {
    return document.clearanceValidFor();
  }

  /** How long after a session's start a learner who was not marked as arrived is missed. */
  public Duration arrivalDelay() {
    return document.arrivalDelay();
  }

  /** When nobody is written to. */
  public QuietHours quietHours() {
    return document.quietHours();
  }

  /** How long what has ended is kept, by type; what is not named is kept until it is erased. */
  public Map<String, Duration> retention() {
    return document.retention();
  }

  /** Published figures about fewer people than this are hidden. */
  public int smallestCell() {
    return document.smallestCell();
  }

  /** No hidden figure may be pinned down to an interval shorter than this. */
  public int protectionWidth() {
    return document.protectionWidth();
  }

  /** What two people may override together; nothing unless the policy says so. */
  public OverrideRule overrides() {
    return document.overrides();
  }

  /** What a provider may be told of who is placed with it; nothing unless the policy says so. */
  public Set<PersonalField> disclosed() {
    return document.disclosed();
  }

  PolicyDocument document() {
    return document;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SafeguardingPolicy that && document.equals(that.document);
  }

  @Override
  public int hashCode() {
    return document.hashCode();
  }

  @Override
  public String toString() {
    return "SafeguardingPolicy[" + name() + ", version " + version() + "]";
  }

  /** Collects the rules. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private final int version;
    private final Instant inForceFrom;
    private final ImmutableList.Builder<AgeRule> ages = ImmutableList.builder();
    private final ImmutableSortedMap.Builder<String, Duration> vettings =
        ImmutableSortedMap.naturalOrder();
    private final ImmutableSortedMap.Builder<String, Duration> retention =
        ImmutableSortedMap.naturalOrder();
    private int minimumAge = -1;
    private int ageOfOwnPermission = -1;
    private int fewestAdults;
    private Duration factsNoOlderThan = Duration.ZERO;
    private Duration clearanceValidFor = Duration.ZERO;
    private Duration arrivalDelay = Duration.ZERO;
    private @Nullable QuietHours quietHours;
    private int smallestCell;
    private int protectionWidth;
    private OverrideRule overrides = OverrideRule.NONE;
    private Set<PersonalField> disclosed = Set.of();

    private Builder(String name, int version, Instant inForceFrom) {
      this.name = Objects.requireNonNull(name, "name");
      this.version = version;
      this.inForceFrom = Objects.requireNonNull(inForceFrom, "inForceFrom");
    }

    /** The youngest who may take part outside school, 0 to 150 years. */
    public Builder minimumAge(int years) {
      minimumAge = years;
      return this;
    }

    /** From which age a learner may give their own permission; 150 for never. */
    public Builder ageOfOwnPermission(int years) {
      ageOfOwnPermission = years;
      return this;
    }

    /** How many vetted adults must be there at least, 1 or more. */
    public Builder fewestAdults(int number) {
      fewestAdults = number;
      return this;
    }

    /** Adds what holds from an age on. */
    public Builder age(AgeRule rule) {
      ages.add(rule);
      return this;
    }

    /** Adds a kind of vetting that counts, and for how long after its issue. */
    public Builder vetting(String kind, Duration validFor) {
      vettings.put(kind, validFor);
      return this;
    }

    /** How old the host's facts may be when they are decided on. */
    public Builder factsNoOlderThan(Duration time) {
      factsNoOlderThan = Objects.requireNonNull(time, "factsNoOlderThan");
      return this;
    }

    /** The longest that a clearance holds. */
    public Builder clearanceValidFor(Duration time) {
      clearanceValidFor = Objects.requireNonNull(time, "clearanceValidFor");
      return this;
    }

    /** How long after a session's start somebody is missed. */
    public Builder arrivalDelay(Duration time) {
      arrivalDelay = Objects.requireNonNull(time, "arrivalDelay");
      return this;
    }

    /** When nobody is written to. */
    public Builder quietHours(QuietHours hours) {
      quietHours = Objects.requireNonNull(hours, "quietHours");
      return this;
    }

    /** Adds how long what has ended is kept, by the name of its type. */
    public Builder retention(String type, Duration time) {
      retention.put(type, time);
      return this;
    }

    /** From how many people on figures are published, and how well hidden ones are protected. */
    public Builder statistics(int newSmallestCell, int newProtectionWidth) {
      smallestCell = newSmallestCell;
      protectionWidth = newProtectionWidth;
      return this;
    }

    /** What two people may override together; nothing unless told. */
    public Builder overrides(OverrideRule rule) {
      overrides = Objects.requireNonNull(rule, "overrides");
      return this;
    }

    /** What a provider may be told of who is placed with it, while that is in force. */
    public Builder disclosed(Set<PersonalField> fields) {
      disclosed = Set.copyOf(fields);
      return this;
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException with every rule that is broken, a line each
     */
    public SafeguardingPolicy build() {
      if (quietHours == null) {
        throw new IllegalArgumentException(
            "The quiet hours are not told.\nMaybe QuietHours.NONE is meant.");
      }
      return of(
          new PolicyDocument(
              name,
              version,
              inForceFrom,
              minimumAge,
              ageOfOwnPermission,
              fewestAdults,
              ages.build(),
              vettings.buildOrThrow(),
              factsNoOlderThan,
              clearanceValidFor,
              arrivalDelay,
              quietHours,
              retention.buildOrThrow(),
              smallestCell,
              protectionWidth,
              overrides,
              disclosed));
    }
  }
}
