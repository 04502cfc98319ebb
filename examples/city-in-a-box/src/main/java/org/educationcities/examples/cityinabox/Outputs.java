package org.educationcities.examples.cityinabox;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.educationcities.city.City;
import org.educationcities.city.Distance;
import org.educationcities.city.School;
import org.educationcities.citycsv.AllocationFiles;
import org.educationcities.citycsv.AllocationLine;
import org.educationcities.collaboration.Collaboration;
import org.educationcities.examples.cityinabox.picture.Outcome;
import org.educationcities.examples.cityinabox.picture.PlannerPicture;
import org.educationcities.examples.cityinabox.picture.PublicPicture;
import org.educationcities.examples.cityinabox.seattle.Dirt;
import org.educationcities.profile.AffinityRule;
import org.educationcities.report.ReportWriter;
import org.educationcities.resource.Resource;
import org.educationcities.round.Eligibility;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Placement;
import org.educationcities.round.Round;
import org.educationcities.round.Snapshot;
import org.educationcities.round.StandardRules;

/** Everything that the job leaves in its output folder. */
final class Outputs {
  static final Distance REACH = Distance.ofKilometres(15);

  private final Options options;
  private final Input input;
  private final Pages pages;
  private final Progress progress;

  Outputs(Options options, Input input, Progress progress) {
    this.options = options;
    this.input = input;
    this.pages = new Pages(options.output());
    this.progress = progress;
  }

  /** What the round and the circles came to. */
  record Result(
      LocalDate made,
      Snapshot snapshot,
      Round round,
      List<Placement> placements,
      List<PlacePrice> prices,
      List<Collaboration> collaborations) {}

  void write(Result result) {
    progress.tell("writing the allocation");
    List<AllocationLine> lines =
        new AllocationLines(result.snapshot(), result.prices()).of(result.placements());
    pages.file("allocation.csv", path -> AllocationFiles.writeCsv(path, lines));
    pages.file("allocation.json", path -> AllocationFiles.writeJson(path, result.round(), lines));
    if (!input.findings().isEmpty()) {
      pages.write("seattle-findings.csv", this::findings);
    }
    progress.tell("writing calendars and maps");
    new PlaceFiles(options.output(), input).write(result.round().asOf(), result.placements());
    Outcome outcome = outcome(result);
    ReportWriter writer = ReportWriter.in(input.locale());
    progress.tell("writing the public report");
    pages.write("report.html", to -> writer.write(PublicPicture.of(outcome, input.title()), to));
    progress.tell("writing the planner's view");
    Pseudonyms pseudonyms =
        new Pseudonyms(
            options.seed(),
            result.snapshot().learners().stream().map(each -> each.learner().id()).toList());
    pages.write(
        "planner.html",
        to -> writer.write(PlannerPicture.of(outcome, input.title(), pseudonyms::of), to));
  }

  private Outcome outcome(Result result) {
    return new Outcome(
        input.locale(),
        result.made(),
        input.data().roster().cities().stream().map(City::of).toList(),
        input.data().roster().schools().stream().map(School::of).toList(),
        input.data().roster().resources().stream().map(Resource::of).toList(),
        input.generatedCities(),
        result.snapshot(),
        new Eligibility(StandardRules.all(REACH)),
        AffinityRule.STANDARD,
        result.round(),
        result.placements(),
        result.prices(),
        input.data().quests(),
        result.collaborations(),
        input.imports(),
        input.sources());
  }

  private void findings(Appendable target) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("file", "item", "field", "finding");
      for (Dirt each : input.findings()) {
        csv.writeRecord(each.file(), Integer.toString(each.item()), each.field(), each.reason());
      }
    }
    target.append(text.toString());
  }
}
