package org.educationcities.safeguarding;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.educationcities.Role;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.ImportLimits;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.ImportMode;
import org.educationcities.exchange.JsonDocument;
import org.educationcities.exchange.JsonPart;
import org.educationcities.exchange.SourceFiles;
import org.jspecify.annotations.Nullable;

/**
 * Reads a safeguarding policy that a city wrote as a JSON file. A field that is missing, doubled or
 * unknown (a slip of the pen must not loosen anything), a number out of its range: every problem is
 * told at once, with its place, and there is no policy then. Stateless.
 *
 * <p>Fields: those of {@link SafeguardingPolicy} and {@link AgeRule}; times as ISO 8601 durations
 * ({@code PT6H}, {@code P200D}), instants as {@code 2026-09-01T00:00:00Z}, hours of a clock as
 * {@code 21:00}. {@code refusedKinds} and {@code farthestUnaccompanied} may be left out: none, any.
 * So may {@code overrides} ({@code conditions}, {@code roles}, {@code longest}: see {@link
 * OverrideRule}) and {@code disclosed} (see {@link PersonalField}): nothing is overridden, and
 * nothing disclosed.
 */
public final class PolicyFile {
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "version",
          "inForceFrom",
          "minimumAge",
          "ageOfOwnPermission",
          "fewestAdults",
          "ages",
          "vettings",
          "factsNoOlderThan",
          "clearanceValidFor",
          "arrivalDelay",
          "quietHours",
          "retention",
          "smallestCell",
          "protectionWidth",
          "overrides",
          "disclosed");
  private static final Set<String> AGE_FIELDS =
      Set.of(
          "fromAge",
          "mostLearnersPerAdult",
          "mostHoursPerDay",
          "mostHoursPerWeek",
          "earliestHour",
          "latestHour",
          "refusedKinds",
          "farthestUnaccompanied");

  private final ImportLog log;
  private boolean isBroken;

  private PolicyFile(ImportLog log) {
    this.log = log;
  }

  /**
   * Reads a file.
   *
   * @throws ImportException with every problem, if it is no policy
   */
  public static SafeguardingPolicy read(Path file) {
    ImportLog log = new ImportLog(ImportMode.ALL_OR_NOTHING, ImportLimits.STANDARD);
    List<SafeguardingPolicy> found = new ArrayList<>();
    String name = String.valueOf(file.getFileName());
    try (SourceFiles files = SourceFiles.open(file, ImportLimits.STANDARD)) {
      JsonDocument.read(files, name, log, part -> new PolicyFile(log).policy(part, found));
    }
    log.finish();
    if (found.size() != 1) {
      throw new ImportException(
          name, "policy-missing", "There are " + found.size() + " policies in it, not one.");
    }
    return found.get(0);
  }

  private void policy(JsonPart part, List<SafeguardingPolicy> found) {
    if (part.kind() != JsonPart.Kind.OBJECT) {
      log.refuse(part.problem("policy-missing", "A policy is an object."));
      return;
    }
    known(part, FIELDS);
    String name = text(part, "name");
    Integer version = number(part, "version");
    Instant inForceFrom = parsed(part, "inForceFrom", Instant::parse);
    Integer minimumAge = number(part, "minimumAge");
    Integer ageOfOwnPermission = number(part, "ageOfOwnPermission");
    Integer fewestAdults = number(part, "fewestAdults");
    List<AgeRule> ages = ages(part);
    Map<String, Duration> vettings = times(part, "vettings");
    Duration factsNoOlderThan = parsed(part, "factsNoOlderThan", Duration::parse);
    Duration clearanceValidFor = parsed(part, "clearanceValidFor", Duration::parse);
    Duration arrivalDelay = parsed(part, "arrivalDelay", Duration::parse);
    QuietHours quietHours = quietHours(part);
    Map<String, Duration> retention = times(part, "retention");
    Integer smallestCell = number(part, "smallestCell");
    Integer protectionWidth = number(part, "protectionWidth");
    OverrideRule overrides = overrides(part);
    Set<PersonalField> disclosed = codes(part, "disclosed", PersonalField.class);
    if (!isBroken
        && name != null
        && version != null
        && inForceFrom != null
        && minimumAge != null
        && ageOfOwnPermission != null
        && fewestAdults != null
        && factsNoOlderThan != null
        && clearanceValidFor != null
        && arrivalDelay != null
        && quietHours != null
        && smallestCell != null
        && protectionWidth != null
        && overrides != null) {
      try {
        found.add(
            SafeguardingPolicy.of(
                new PolicyDocument(
                    name,
                    version,
                    inForceFrom,
                    minimumAge,
                    ageOfOwnPermission,
                    fewestAdults,
                    ages,
                    vettings,
                    factsNoOlderThan,
                    clearanceValidFor,
                    arrivalDelay,
                    quietHours,
                    retention,
                    smallestCell,
                    protectionWidth,
                    overrides,
                    disclosed)));
      } catch (IllegalArgumentException e) {
        for (String rule : String.valueOf(e.getMessage()).split("\n", -1)) {
          problem(part, "rule-broken", rule);
        }
      }
    }
  }

  private List<AgeRule> ages(JsonPart policy) {
    List<AgeRule> ages = new ArrayList<>();
    List<JsonPart> parts = policy.items("ages");
    if (parts.isEmpty()) {
      problem(policy, "value-missing", "The field 'ages' needs at least one rule.");
    }
    for (JsonPart part : parts) {
      if (part.kind() != JsonPart.Kind.OBJECT) {
        problem(part, "value-unknown", "A rule of 'ages' is an object.");
        continue;
      }
      known(part, AGE_FIELDS);
      Integer fromAge = number(part, "fromAge");
      Integer mostLearners = number(part, "mostLearnersPerAdult");
      Duration perDay = parsed(part, "mostHoursPerDay", Duration::parse);
      Duration perWeek = parsed(part, "mostHoursPerWeek", Duration::parse);
      Integer earliest = number(part, "earliestHour");
      Integer latest = number(part, "latestHour");
      Set<String> kinds = new TreeSet<>();
      part.items("refusedKinds").forEach(each -> kinds.add(each.text()));
      Integer farthest =
          part.field("farthestUnaccompanied").isPresent()
              ? number(part, "farthestUnaccompanied")
              : null;
      if (fromAge == null
          || mostLearners == null
          || perDay == null
          || perWeek == null
          || earliest == null
          || latest == null) {
        continue;
      }
      try {
        ages.add(
            new AgeRule(fromAge, mostLearners, perDay, perWeek, earliest, latest, kinds, farthest));
      } catch (IllegalArgumentException e) {
        problem(part, "rule-broken", String.valueOf(e.getMessage()));
      }
    }
    return ages;
  }

  private @Nullable OverrideRule overrides(JsonPart policy) {
    JsonPart part = policy.field("overrides").orElse(null);
    if (part == null) {
      return OverrideRule.NONE;
    }
    if (part.kind() != JsonPart.Kind.OBJECT) {
      problem(part, "value-unknown", "The field 'overrides' is an object.");
      return null;
    }
    known(part, Set.of("conditions", "roles", "longest"));
    Set<Overridable> conditions = codes(part, "conditions", Overridable.class);
    Set<Role> roles = codes(part, "roles", Role.class);
    Duration longest = parsed(part, "longest", Duration::parse);
    if (longest == null) {
      return null;
    }
    try {
      return new OverrideRule(conditions, roles, longest);
    } catch (IllegalArgumentException e) {
      problem(part, "rule-broken", String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Values by their names as a file writes them, such as {@code safeguarding-lead}. */
  private <E extends Enum<E>> Set<E> codes(JsonPart part, String field, Class<E> type) {
    Set<E> found = EnumSet.noneOf(type);
    for (JsonPart each : part.items(field)) {
      Arrays.stream(type.getEnumConstants())
          .filter(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(each.text()))
          .findFirst()
          .ifPresentOrElse(
              found::add,
              () ->
                  problem(each, "value-unknown", "The field '" + field + "' holds no such value."));
    }
    return found;
  }

  private @Nullable QuietHours quietHours(JsonPart policy) {
    JsonPart part = policy.field("quietHours").orElse(null);
    if (part == null || part.kind() != JsonPart.Kind.OBJECT) {
      problem(
          policy, "value-missing", "The field 'quietHours' needs an object of 'from' and 'until'.");
      return null;
    }
    known(part, Set.of("from", "until"));
    LocalTime from = parsed(part, "from", LocalTime::parse);
    LocalTime until = parsed(part, "until", LocalTime::parse);
    return from == null || until == null ? null : new QuietHours(from, until);
  }

  private Map<String, Duration> times(JsonPart policy, String field) {
    Map<String, Duration> times = new TreeMap<>();
    JsonPart part = policy.field(field).orElse(null);
    if (part == null || part.kind() != JsonPart.Kind.OBJECT) {
      problem(policy, "value-missing", "The field '" + field + "' needs an object.");
      return times;
    }
    for (String name : part.names()) {
      Duration time = parsed(part, name, Duration::parse);
      if (time != null) {
        times.put(name, time);
      }
    }
    return times;
  }

  private void known(JsonPart part, Set<String> fields) {
    for (String name : part.names()) {
      if (!fields.contains(name)) {
        problem(
            part.field(name).orElse(part),
            "field-unknown",
            "No policy has this field.\nMaybe it is misspelt: a rule that is not read protects"
                + " nobody.");
      }
    }
  }

  private @Nullable String text(JsonPart part, String field) {
    return parsed(part, field, text -> text);
  }

  private @Nullable Integer number(JsonPart part, String field) {
    return parsed(part, field, Integer::valueOf);
  }

  private <T> @Nullable T parsed(JsonPart part, String field, Function<String, T> parser) {
    JsonPart value = part.field(field).orElse(null);
    if (value == null) {
      problem(part, "value-missing", "The field '" + field + "' is missing.");
      return null;
    }
    if (value.kind() != JsonPart.Kind.TEXT && value.kind() != JsonPart.Kind.NUMBER) {
      problem(value, "value-unknown", "The field '" + field + "' is no single value.");
      return null;
    }
    try {
      return parser.apply(value.text());
    } catch (DateTimeException | NumberFormatException e) {
      problem(value, "value-unknown", "The field '" + field + "' can't be read as it stands.");
      return null;
    }
  }

  private void problem(JsonPart at, String code, String reason) {
    isBroken = true;
    log.refuse(at.problem(code, reason));
  }
}
