package org.educationcities.citycsv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.educationcities.exchange.ImportException;
import org.educationcities.exchange.TableWriter;
import org.educationcities.round.Round;

/** Writes an allocation as CSV and as JSON. Thread-safe. */
public final class AllocationFiles {

  private AllocationFiles() {}

  /**
   * Writes a table with a row a placement, in the order given.
   *
   * @throws ImportException if it cannot be written
   */
  public static void writeCsv(Path file, Collection<AllocationLine> lines) {
    try (TableWriter table =
        TableWriter.open(
            file, List.of("learner", "opportunity", "affinity", "price", "by_hand", "rules"))) {
      for (AllocationLine line : lines) {
        table.row(
            line.learner().value(),
            line.opportunity().value(),
            line.affinity(),
            line.price(),
            line.byHand(),
            line.rules());
      }
    }
  }

  /**
   * Writes one object with the round's head (id, term, notion of fairness in English, proof,
   * learners, placed, total) and its placements, in the order given.
   *
   * @throws ImportException if it cannot be written
   */
  public static void writeJson(Path file, Round round, Collection<AllocationLine> lines) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("round", round.id().value());
      json.writeStringField("term", round.term().value());
      json.writeStringField("fairness", round.fairnessIn(Locale.ENGLISH));
      json.writeStringField("proof", round.proof().name());
      json.writeNumberField("learners", round.learners());
      json.writeNumberField("placed", round.placed());
      json.writeNumberField("total", round.total());
      json.writeArrayFieldStart("placements");
      for (AllocationLine line : lines) {
        json.writeStartObject();
        json.writeStringField("learner", line.learner().value());
        json.writeStringField("opportunity", line.opportunity().value());
        json.writeNumberField("affinity", line.affinity());
        json.writeNumberField("price", line.price());
        json.writeBooleanField("byHand", line.byHand());
        json.writeArrayFieldStart("rules");
        for (String rule : line.rules()) {
          json.writeString(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw unwritable(file);
    }
  }

  private static ImportException unwritable(Path file) {
    return new ImportException(
        String.valueOf(file.getFileName()),
        "file-unwritable",
        "It cannot be written.\nMaybe the folder is missing or read-only, or the disk full.");
  }
}
