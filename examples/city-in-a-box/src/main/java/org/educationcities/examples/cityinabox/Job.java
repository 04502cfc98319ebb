package org.educationcities.examples.cityinabox;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.educationcities.Actor;
import org.educationcities.EducationCities;
import org.educationcities.EducationCitiesException;
import org.educationcities.Role;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.collaboration.CollaborationId;
import org.educationcities.collaboration.CollaborationState;
import org.educationcities.examples.cityinabox.circles.FiveCircles;
import org.educationcities.examples.cityinabox.generator.Generator;
import org.educationcities.registry.Registry;
import org.educationcities.resource.Term;
import org.educationcities.round.BestTotalAllocator;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Placement;
import org.educationcities.round.Round;
import org.educationcities.round.RoundId;
import org.educationcities.round.RoundState;
import org.educationcities.round.Snapshot;
import org.educationcities.spi.Space;
import org.educationcities.spi.SpiException;

/** The main job, step by step. */
final class Job {
  static final Actor SYSTEM = new Actor("city-in-a-box", Role.SYSTEM);

  private final Options options;
  private Clock clock;
  private final Progress progress;

  Job(Options options, Clock clock, Progress progress) {
    this.options = options;
    this.clock = clock;
    this.progress = progress;
  }

  /** What was done. */
  record Done(int cities, int learners, int placed, long total, String output) {
    String toText() {
      return String.format(
          Locale.ROOT,
          "Cities: %d. %d learners, %d placed, total affinity %d, proven the greatest. See %s/report.html",
          cities,
          learners,
          placed,
          total,
          output);
    }
  }

  Done run() {
    check();
    try {
      Path folder = options.input();
      Input input =
          folder == null ? TwelveCities.read(options, progress) : OwnCity.read(folder, progress);
      clock = TermClock.before(input.data().terms().get(0), clock);
      Folders.prepareOutput(options.output());
      progress.tell("opening the store: " + options.store());
      return StoreChoice.isOwnFile(options) ? runOnFile(input) : runOn(input);
    } catch (SpiException | EducationCitiesException | UncheckedIOException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), e);
    }
  }

  /** All of it, or the store as it was. */
  private Done runOnFile(Input input) {
    try (StoreFile file = StoreFile.keep(StoreChoice.folder(options))) {
      try {
        return runOn(input);
      } catch (SpiException | EducationCitiesException | UncheckedIOException e) {
        file.putBack();
        throw new UnusableException(e.getMessage() + " The store is as it was before.", e);
      } catch (RuntimeException e) {
        file.putBack();
        throw e;
      }
    }
  }

  private Done runOn(Input input) {
    try (EducationCities cities = open()) {
      return run(cities, input);
    }
  }

  /** Refuses what can be refused before anything is read or written. */
  private void check() {
    if (options.learners() < Generator.FEWEST_LEARNERS) {
      throw new UnusableException(
          "--learners is " + Generator.FEWEST_LEARNERS + " or more, not " + options.learners());
    }
    StoreChoice.choose(EducationCities.builder(), options);
    Telling.check(options);
    Path output = options.output();
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new UnusableException(
          "the output folder '" + output + "' can't be written to (it is a file)");
    }
  }

  private EducationCities open() {
    // A space for each seed and size, so that one store can hold several and none meets another.
    Space space =
        options.input() == null
            ? new Space("seed-" + options.seed() + "-learners-" + options.learners())
            : new Space("own");
    return StoreChoice.choose(EducationCities.builder(), options).space(space).clock(clock).build();
  }

  private Done run(EducationCities cities, Input input) {
    CityData data = input.data();
    take(cities, data);
    Term term = data.terms().get(0);
    progress.tell("taking a snapshot of " + term.id());
    Snapshot snapshot = cities.snapshots().take(term);
    new Recommending(options, progress).run(cities, snapshot);
    Round round = round(cities, snapshot, term);
    List<Placement> placements = cities.rounds().placements(SYSTEM, round.id());
    List<PlacePrice> prices = cities.rounds().prices(SYSTEM, round.id());
    check(data, snapshot, round, placements, prices);
    PlayedAnswers answers = new PlayedAnswers(options.seed());
    List<Collaboration> collaborations =
        new ArrayList<>(
            new Placing(cities, data, term, answers, clock, progress).run(round, placements));
    collaborations.addAll(circles(cities, data, snapshot, collaborations));
    new Telling(options, progress).run(cities);
    new Outputs(options, input, progress)
        .write(
            new Outputs.Result(
                LocalDate.now(clock), snapshot, round, placements, prices, collaborations));
    progress.tell("done");
    return new Done(
        data.roster().cities().size(),
        round.learners(),
        placements.size(),
        round.total(),
        options.output().toString());
  }

  /** Proposes what the circles make, and confirms what needs no clearance. */
  private List<Collaboration> circles(
      EducationCities cities, CityData data, Snapshot snapshot, List<Collaboration> placements) {
    String origin = "circles-" + snapshot.term().id();
    FiveCircles circles =
        new FiveCircles(
            data, snapshot.taxonomy(), snapshot.term(), origin, clock.instant(), options.seed());
    progress.tell("classrooms: Education Teams");
    propose(cities, circles.classrooms());
    progress.tell("schools: learning pairs and teacher teams");
    propose(cities, circles.schools());
    progress.tell("cities: partnerships and innovation labs");
    propose(cities, circles.cities(placements));
    progress.tell("country and world: visits, shared places, recipes and twin classes");
    propose(cities, circles.between(placements));
    return cities.collaborations().ofOrigin(origin);
  }

  private void propose(EducationCities cities, List<Collaboration> proposals) {
    int fresh = cities.collaborations().propose(SYSTEM, proposals);
    List<CollaborationId> ids = proposals.stream().map(Collaboration::id).toList();
    cities.collaborations().moveAll(SYSTEM, ids, CollaborationState.ACCEPTED);
    int confirmed = cities.collaborations().moveAll(SYSTEM, ids, CollaborationState.CONFIRMED);
    progress.tell(
        proposals.size() + " made, " + fresh + " of them new; " + confirmed + " confirmed now");
  }

  private void take(EducationCities cities, CityData data) {
    progress.tell("storing people, places and offers");
    Registry.Taken taken = cities.registry().take(SYSTEM, data.roster());
    cities.offers().putTopics(SYSTEM, data.topics());
    data.terms().forEach(term -> cities.offers().putTerm(SYSTEM, term));
    data.calendars().forEach(calendar -> cities.offers().putCalendar(SYSTEM, calendar));
    cities.offers().put(SYSTEM, data.opportunities());
    cities.profiles().put(SYSTEM, data.profiles());
    cities.quests().put(SYSTEM, data.quests());
    cities.quests().wish(SYSTEM, data.wishes());
    progress.tell(
        taken.inserted()
            + " new, "
            + taken.updated()
            + " changed, "
            + taken.unchanged()
            + " as before");
  }

  private Round round(EducationCities cities, Snapshot snapshot, Term term) {
    RoundId id = new RoundId(term.id().value() + "-1");
    Round known = cities.rounds().find(id).orElse(null);
    if (known == null) {
      progress.tell(
          "allocating "
              + snapshot.learners().size()
              + " learners over "
              + snapshot.opportunities().size()
              + " opportunities");
      known = cities.rounds().draft(SYSTEM, id, snapshot, new BestTotalAllocator());
    }
    if (known.state() == RoundState.DRAFT) {
      known = cities.rounds().publish(SYSTEM, id);
    }
    progress.tell(known.placed() + " placed, total affinity " + known.total());
    return known;
  }

  private void check(
      CityData data,
      Snapshot snapshot,
      Round round,
      List<Placement> placements,
      List<PlacePrice> prices) {
    progress.tell("checking every placement by rules written a second time");
    PlacementCheck rules = new PlacementCheck(data, snapshot.term());
    List<String> problems = rules.problems(placements);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          problems.size() + " placements break a rule, the first: " + problems.get(0));
    }
    long bound = PriceProof.bound(snapshot, rules, prices);
    if (bound != round.total()) {
      throw new IllegalStateException(
          "The total " + round.total() + " is not proven: the prices bound it by " + bound + ".");
    }
    progress.tell("proven: no allocation has more than " + bound + " points");
  }
}
