package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.educationcities.Role;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy as a city writes it: the samples, and every slip that must not pass. */
class PolicyFileTest {
  private static final Path SAMPLES =
      Path.of("src/main/resources/org/educationcities/safeguarding");

  @TempDir private Path folder = Path.of("");

  @Test
  void theSampleInTheFileIsTheSampleInTheCode() {
    assertThat(PolicyFile.read(SAMPLES.resolve("sample-policy.json")))
        .isEqualTo(SafeguardingPolicy.sample(Instant.parse("2026-09-01T00:00:00Z")));
  }

  @Test
  void theSampleByAgesIsStricterForTheYounger() {
    SafeguardingPolicy policy = PolicyFile.read(SAMPLES.resolve("sample-policy-by-age.json"));

    assertThat(policy.ages()).extracting(AgeRule::fromAge).containsExactly(6, 13, 16);
    assertThat(policy.at(12).mostLearnersPerAdult()).isEqualTo(6);
    assertThat(policy.at(13).refusedKinds()).containsExactly("construction-site");
    assertThat(policy.at(40).farthestUnaccompanied()).isNull();
    assertThat(policy.vettings()).containsEntry("police-certificate", Duration.ofDays(1095));
    assertThat(policy.overrides())
        .isEqualTo(
            new OverrideRule(
                Set.of(Overridable.HOURS, Overridable.DISTANCE),
                Set.of(Role.EDUCATOR, Role.SAFEGUARDING_LEAD),
                Duration.ofDays(30)));
    assertThat(policy.disclosed()).containsExactly(PersonalField.GIVEN_NAME);
    assertThat(policy.name()).contains("not for use");
  }

  /** Each changes one thing of the sample; the whole is refused, at that place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"minimumAge\": 5,|\"minimumAge\": \"five\",|value-unknown",
        "\"minimumAge\": 5,|\"minimumage\": 5,|field-unknown",
        "\"minimumAge\": 5,||value-missing",
        "\"minimumAge\": 5,|\"minimumAge\": null,|value-missing",
        "\"minimumAge\": 5,|\"minimumAge\": 5, \"minimumAge\": 3,|json-broken",
        "\"minimumAge\": 5,|\"minimumAge\": 99999999999,|value-unknown",
        "\"minimumAge\": 5,|\"minimumAge\": -1,|rule-broken",
        "\"ageOfOwnPermission\": 18|\"ageOfOwnPermission\": 4|rule-broken",
        "\"fewestAdults\": 1|\"fewestAdults\": 0|rule-broken",
        "\"version\": 1|\"version\": 0|rule-broken",
        "\"fromAge\": 0|\"fromAge\": 9|rule-broken",
        "\"mostHoursPerDay\": \"PT6H\"|\"mostHoursPerDay\": \"6 hours\"|value-unknown",
        "\"mostHoursPerDay\": \"PT6H\"|\"mostHoursPerDay\": \"PT60H\"|rule-broken",
        "\"latestHour\": 21|\"latestHour\": 6|rule-broken",
        "\"latestHour\": 21|\"latestHour\": 21, \"refusedKinds\": \"workshop\"|array-expected",
        "\"latestHour\": 21|\"latestHour\": 21, \"farthestUnaccompanied\": -5|rule-broken",
        "{ \"cleared\": \"P1095D\" }|{}|rule-broken",
        "{ \"cleared\": \"P1095D\" }|[]|value-missing",
        "{ \"cleared\": \"P1095D\" }|{ \"cleared\": \"PT0S\" }|rule-broken",
        "\"until\": \"07:00\"|\"until\": \"7\"|value-unknown",
        "\"smallestCell\": 10|\"smallestCell\": 1|rule-broken",
        "\"arrivalDelay\": \"PT15M\"|\"arrivalDelay\": \"-PT15M\"|rule-broken",
      })
  void whatIsWrongIsToldAndNothingIsLoosened(String right, String wrong, String code)
      throws IOException {
    ImportException refused = refusal("sample-policy.json", right, wrong, code);

    assertThat(refused.problems())
        .allSatisfy(each -> assertThat(each.file()).isEqualTo("policy.json"));
    assertThat(refused.problems()).allSatisfy(each -> assertThat(each.line()).isPositive());
  }

  /** How a sample is refused in which something right became wrong. */
  private ImportException refusal(String name, String right, @Nullable String wrong, String code)
      throws IOException {
    String sample = Files.readString(SAMPLES.resolve(name));
    assertThat(sample).contains(right);
    Path file = folder.resolve("policy.json");
    Files.writeString(file, sample.replace(right, wrong == null ? "" : wrong));

    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> PolicyFile.read(file));

    assertThat(refused).isNotNull();
    assertThat(refused.problems()).extracting(Problem::code).contains(code);
    return refused;
  }

  /** What would loosen: each is refused as a whole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"hours\", \"distance\"|\"hours\", \"block\"|value-unknown",
        "\"hours\", \"distance\"|\"permission\"|value-unknown",
        "\"hours\", \"distance\"||rule-broken",
        "\"educator\", \"safeguarding-lead\"|\"educator\", \"planner\"|rule-broken",
        "\"educator\", \"safeguarding-lead\"|\"provider\", \"safeguarding-lead\"|rule-broken",
        "\"educator\", \"safeguarding-lead\"|\"guardian\", \"safeguarding-lead\"|rule-broken",
        "\"educator\", \"safeguarding-lead\"|\"administrator\", \"safeguarding-lead\"|rule-broken",
        "\"educator\", \"safeguarding-lead\"|\"teacher\", \"safeguarding-lead\"|value-unknown",
        "\"longest\": \"P30D\"|\"longest\": \"P400D\"|rule-broken",
        "\"longest\": \"P30D\"|\"longest\": \"PT0S\"|rule-broken",
        "\"longest\": \"P30D\"|\"until\": \"P30D\"|field-unknown",
        "\"given-name\"|\"birth-date\"|value-unknown",
        "[\"given-name\"]|\"given-name\"|array-expected",
      })
  void whatWouldLoosenIsRefusedAsAWhole(String right, String wrong, String code)
      throws IOException {
    refusal("sample-policy-by-age.json", right, wrong, code);
  }

  @Test
  void everyProblemIsToldAtOnce() throws IOException {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, "{\"version\": \"one\", \"ages\": [{}], \"ratio\": 15}");

    ImportException refused =
        catchThrowableOfType(ImportException.class, () -> PolicyFile.read(file));

    assertThat(refused.problems()).hasSizeGreaterThan(15);
  }

  /** Each slip alone gives this problem and no other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"fromAge\": 0|\"fromage\": 0|field-unknown|No policy has this field.",
        "\"fromAge\": 0|\"fromAge\": 151|rule-broken|An age is 0 to 150 years.",
        "\"fromAge\": 0|\"fromAge\": [0]|value-unknown|The field 'fromAge' is no single value.",
        "\"ages\": [|\"ages\": [7,|value-unknown|A rule of 'ages' is an object.",
        "\"from\": \"21:00\"|\"form\": \"21:00\"|field-unknown|No policy has this field.",
        "{ \"from\": \"21:00\", \"until\": \"07:00\" }|7|value-missing"
            + "|The field 'quietHours' needs an object of 'from' and 'until'.",
        "\"quietHours\": { \"from\": \"21:00\", \"until\": \"07:00\" },||value-missing"
            + "|The field 'quietHours' needs an object of 'from' and 'until'.",
        "{ \"collaboration\": \"P1095D\" }|7|value-missing|The field 'retention' needs an object.",
        "\"retention\": { \"collaboration\": \"P1095D\" },||value-missing"
            + "|The field 'retention' needs an object.",
        "\"minimumAge\": 5,||value-missing|The field 'minimumAge' is missing.",
        "\"minimumAge\": 5,|\"minimumAge\": \"x\",|value-unknown"
            + "|The field 'minimumAge' can't be read as it stands.",
        "\"protectionWidth\": 10|\"protectionWidth\": 10, \"overrides\": 7|value-unknown"
            + "|The field 'overrides' is an object.",
        "\"protectionWidth\": 10|\"protectionWidth\": 10, \"overrides\": {\"roles\": []}"
            + "|value-missing|The field 'longest' is missing.",
      })
  void eachSlipIsToldAtItsPlace(String right, @Nullable String wrong, String code, String reason)
      throws IOException {
    assertThat(refusal("sample-policy.json", right, wrong, code).problems())
        .anySatisfy(
            each -> {
              assertThat(each.code()).isEqualTo(code);
              assertThat(each.reason()).startsWith(reason);
              assertThat(each.line()).isPositive();
            });
  }

  @Test
  void noRuleByAgeIsAProblem() throws IOException {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, "{\"ages\": []}");
    assertThat(catchThrowableOfType(ImportException.class, () -> PolicyFile.read(file)).problems())
        .extracting(Problem::reason)
        .contains("The field 'ages' needs at least one rule.");
  }

  @Test
  void whatIsNoObjectIsNoPolicy() throws IOException {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, "[7]");
    assertThat(catchThrowableOfType(ImportException.class, () -> PolicyFile.read(file)).problems())
        .extracting(Problem::reason)
        .containsExactly("A policy is an object.");
  }

  @Test
  void noPolicyAndTwoPoliciesAreNone() throws IOException {
    String sample = Files.readString(SAMPLES.resolve("sample-policy.json"));
    for (String text : List.of("", "[]", "[" + sample + "," + sample + "]", "7", "nonsense")) {
      Path file = folder.resolve("policy.json");
      Files.writeString(file, text);
      assertThat(catchThrowableOfType(ImportException.class, () -> PolicyFile.read(file)))
          .as(text)
          .isNotNull();
    }
  }

  @Test
  void quietHoursMayGoPastMidnight() {
    QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));
    assertThat(night.hold(LocalTime.of(21, 0))).isTrue();
    assertThat(night.hold(LocalTime.of(3, 0))).isTrue();
    assertThat(night.hold(LocalTime.of(7, 0))).isFalse();
    assertThat(night.hold(LocalTime.NOON)).isFalse();
    QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
    assertThat(noon.hold(LocalTime.of(13, 59))).isTrue();
    assertThat(noon.hold(LocalTime.of(14, 0))).isFalse();
    assertThat(QuietHours.NONE.hold(LocalTime.MIDNIGHT)).isFalse();
  }
}
