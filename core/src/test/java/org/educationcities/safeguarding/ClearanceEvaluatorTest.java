package org.educationcities.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.educationcities.safeguarding.TableCity.NOW;

import com.google.common.collect.Lists;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.educationcities.people.LearnerId;
import org.educationcities.persistence.Store;
import org.educationcities.registry.Offers;
import org.educationcities.safeguarding.TableCity.Kept;
import org.educationcities.safeguarding.TableCity.Told;
import org.educationcities.spi.source.Batch;
import org.educationcities.spi.source.GeoPoint;
import org.educationcities.spi.source.GuardianRecord;
import org.educationcities.spi.source.HostRecord;
import org.educationcities.spi.source.HostSources;
import org.educationcities.spi.source.LearnerRecord;
import org.educationcities.spi.source.ResourceRecord;
import org.educationcities.spi.source.SchoolRecord;
import org.educationcities.spi.source.Selection;
import org.educationcities.spi.source.Source;
import org.junit.jupiter.api.Test;

/** Many asked about at once: each by itself, in the order asked, on what the host tells of all. */
class ClearanceEvaluatorTest {
  private static final ClearanceDecision.Refused ERROR =
      new ClearanceDecision.Refused(Set.of("error"));

  private final Store store = TableCity.prepared(Kept.WHOLE);
  private final Activity good = TableCity.activity(Told.WHOLE);

  private Activity of(
      String subject, String learner, List<org.educationcities.resource.Session> when) {
    return new Activity(
        subject,
        1,
        new LearnerId(learner),
        "stage",
        "theatre",
        good.adultIds(),
        1,
        when,
        List.of());
  }

  private List<ClearanceDecision> decided(HostSources host, HostCondition... conditions) {
    return new ClearanceEvaluator(store, host, new Offers(store), () -> NOW, List.of(conditions))
        .evaluate(
            List.of(
                of("c-1", "learner-1", good.sessions()),
                of("c-2", "learner-2", good.sessions()),
                of("c-3", "learner-1", List.of()),
                of("c-4", "learner-1", good.sessions())));
  }

  @Test
  void manyAreDecidedInTheOrderAsked() {
    List<ClearanceDecision> decided = decided(new TableCity.Host(Told.WHOLE));
    assertThat(decided).hasSize(4);
    assertThat(subject(decided.get(0))).isEqualTo("c-1");
    assertThat(((ClearanceDecision.Refused) decided.get(1)).conditions()).contains("learner");
    assertThat(decided.get(2)).isEqualTo(new ClearanceDecision.Refused(Set.of("hours")));
    assertThat(subject(decided.get(3))).isEqualTo("c-4");
  }

  private static String subject(ClearanceDecision decision) {
    return ((ClearanceDecision.Granted) decision).clearance().subjectId();
  }

  @Test
  void whatKeepsOneFromBeingDecidedRefusesNoOther() {
    HostCondition failing =
        new HostCondition() {
          @Override
          public String code() {
            throw new IllegalStateException("no name");
          }

          @Override
          public boolean accepts(Activity activity) {
            return !activity.subjectId().equals("c-1");
          }
        };
    List<ClearanceDecision> decided = decided(new TableCity.Host(Told.WHOLE), failing);
    assertThat(decided).hasSize(4);
    assertThat(decided.get(0)).isEqualTo(ERROR);
    assertThat(subject(decided.get(3))).isEqualTo("c-4");
  }

  /** A host that tells of people of no id: looked at one by one, each is refused by itself. */
  @Test
  void withoutFactsEachIsRefusedByThem() {
    HostSources down =
        new TableCity.Host(Told.WHOLE) {
          @Override
          public Source<LearnerRecord> learners() {
            return selection -> {
              throw new IllegalStateException("down");
            };
          }
        };
    assertThat(decided(down))
        .allSatisfy(each -> assertThat(each).isInstanceOf(ClearanceDecision.Refused.class));
    assertThat(((ClearanceDecision.Refused) decided(down).get(0)).conditions())
        .contains("facts", "learner");
  }

  @Test
  void aPolicyIsInForceFromItsMomentOn() {
    Store other = TableCity.store();
    for (Instant from : List.of(NOW.plusNanos(1000), NOW)) {
      int version = from.equals(NOW) ? 2 : 1;
      new Safeguarding(other, new TableCity.Host(Told.WHOLE), () -> NOW, NoSuspension.INSTANCE)
          .install(
              TableCity.LEAD,
              SafeguardingPolicy.builder("It", version, from)
                  .minimumAge(5)
                  .ageOfOwnPermission(18)
                  .fewestAdults(1)
                  .age(SamplePolicy.of(1).build().at(0))
                  .vetting("cleared", Duration.ofDays(9))
                  .factsNoOlderThan(Duration.ofDays(1))
                  .clearanceValidFor(Duration.ofDays(9))
                  .arrivalDelay(Duration.ofMinutes(5))
                  .quietHours(QuietHours.NONE)
                  .statistics(10, 10)
                  .build());
      ClearanceDecision decision = TableCity.evaluator(other, Told.WHOLE).evaluate(good);
      boolean isPolicy = decision.equals(new ClearanceDecision.Refused(Set.of("policy")));
      assertThat(isPolicy).as("from %s", from).isEqualTo(from.isAfter(NOW));
    }
  }

  /** The facts are as old as the oldest of what the host told, whichever that is. */
  @Test
  void theOldestOfTheFactsDecides() {
    for (int old = 0; old < 3; old++) {
      int which = old;
      HostSources host =
          new TableCity.Host(Told.WHOLE) {
            @Override
            public Source<LearnerRecord> learners() {
              return older(super.learners(), which == 0);
            }

            @Override
            public Source<GuardianRecord> guardians() {
              return older(super.guardians(), which == 1);
            }

            @Override
            public Source<ResourceRecord> resources() {
              return older(super.resources(), which == 2);
            }
          };
      assertThat(decided(host).get(0))
          .as("%s", old)
          .isEqualTo(new ClearanceDecision.Refused(Set.of("facts")));
    }
  }

  private static <R extends HostRecord> Source<R> older(Source<R> source, boolean really) {
    return selection -> {
      Batch<R> batch = source.read(selection);
      return really
          ? Batch.last(batch.records(), NOW.minus(Duration.ofDays(1)).minusNanos(1))
          : batch;
    };
  }

  /** Facts told tomorrow are facts of the moment they were read at. */
  @Test
  void whatIsReadIsNoNewerThanTheMomentOfReading() {
    HostSources host =
        new TableCity.Host(Told.WHOLE) {
          @Override
          public Source<LearnerRecord> learners() {
            Source<LearnerRecord> source = super.learners();
            return selection -> Batch.last(source.read(selection).records(), NOW.plusSeconds(9));
          }
        };
    assertThat(((ClearanceDecision.Granted) decided(host).get(0)).clearance().factsAsOf())
        .isEqualTo(NOW);
  }

  /** Where a rule asks about the way, schools are asked for by the learners' own. */
  @Test
  void schoolsAreAskedForWhereARuleAsksAboutTheWay() {
    List<Set<String>> asked = Collections.synchronizedList(new ArrayList<>());
    HostSources host =
        new TableCity.Host(Told.WHOLE) {
          @Override
          public Source<LearnerRecord> learners() {
            return selection ->
                Batch.last(
                    List.of(
                        LearnerRecord.builder("learner-1", "hadera").schoolId("school-7").build()),
                    NOW);
          }

          @Override
          public Source<SchoolRecord> schools() {
            return selection -> {
              asked.add(((Selection.ByIds) selection).ids());
              return Batch.last(List.of(), NOW);
            };
          }
        };
    decided(host);
    assertThat(asked).containsExactly(Set.of("school-7"));
    asked.clear();
    new Safeguarding(store, host, () -> NOW, NoSuspension.INSTANCE)
        .install(TableCity.LEAD, SamplePolicy.of(2).build());
    decided(host);
    assertThat(asked).isEmpty();
  }

  @Test
  void moreThanOneBatchOfLearnersIsRead() {
    List<Integer> sizes = new ArrayList<>();
    HostSources host =
        new TableCity.Host(Told.WHOLE) {
          @Override
          public Source<LearnerRecord> learners() {
            Source<LearnerRecord> source = super.learners();
            return selection -> {
              sizes.add(((Selection.ByIds) selection).ids().size());
              return source.read(selection);
            };
          }
        };
    List<Activity> many = new ArrayList<>(List.of(good));
    for (int i = 0; i < Selection.MAX_SIZE; i++) {
      many.add(of("many-" + i, "other-" + i, good.sessions()));
    }
    List<ClearanceDecision> decided =
        new ClearanceEvaluator(store, host, new Offers(store), () -> NOW, List.of())
            .evaluate(Lists.reverse(many));
    assertThat(sizes).containsExactlyInAnyOrder(Selection.MAX_SIZE, 1);
    assertThat(decided).hasSize(many.size());
    assertThat(subject(decided.get(decided.size() - 1))).isEqualTo("c-1");
  }

  /** Where the school is counts as a place they may set out from. */
  @Test
  void theSchoolsPlaceIsAskedOfTheHost() {
    HostSources host =
        new TableCity.Host(Told.WHOLE) {
          @Override
          public Source<LearnerRecord> learners() {
            return selection ->
                Batch.last(
                    List.of(
                        LearnerRecord.builder("learner-1", "hadera")
                            .birthDate(LocalDate.of(2014, 3, 5))
                            .schoolId("school-7")
                            .build()),
                    NOW);
          }

          @Override
          public Source<SchoolRecord> schools() {
            return selection ->
                Batch.last(
                    List.of(
                        SchoolRecord.builder("school-7", "hadera")
                            .names(Map.of("en", "The school"))
                            .localityId("6500")
                            .position(new GeoPoint(32.434, 34.919))
                            .build()),
                    NOW);
          }
        };
    assertThat(subject(decided(host).get(0))).isEqualTo("c-1");
  }

  /** What keeps an answer from being yes is logged by its kind, and never in its words. */
  @Test
  void whatFailedIsLoggedWithoutItsWords() {
    List<LogRecord> logged = new ArrayList<>();
    Logger logger = Logger.getLogger(ClearanceEvaluator.class.getName());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord each) {
            logged.add(each);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    try {
      decided(
          new TableCity.Host(Told.WHOLE) {
            @Override
            public Source<LearnerRecord> learners() {
              return selection -> {
                throw new IllegalStateException("canary of a child");
              };
            }
          });
      decided(new TableCity.Host(Told.WHOLE), failing("rule", "rule"));
      decided(new TableCity.Host(Told.WHOLE), failing("", "a name"));
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(logged)
        .extracting(each -> MessageFormat.format(each.getMessage(), each.getParameters()))
        .contains(
            "Facts cannot be read: java.lang.IllegalStateException",
            "Host condition rule failed: java.lang.IllegalArgumentException",
            "The clearance of c-1 cannot be decided: java.lang.IllegalArgumentException")
        .noneSatisfy(each -> assertThat(each).contains("canary"));
  }

  /** One that fails with words that nobody is to read; of an empty code not even that is told. */
  private static HostCondition failing(String code, String name) {
    return new HostCondition() {
      @Override
      public String code() {
        if (code.isEmpty()) {
          throw new IllegalArgumentException("canary of " + name);
        }
        return code;
      }

      @Override
      public boolean accepts(Activity activity) {
        throw new IllegalArgumentException("canary of " + name);
      }
    };
  }
}
