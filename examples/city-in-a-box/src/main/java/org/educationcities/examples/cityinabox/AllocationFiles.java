package org.educationcities.examples.cityinabox;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.educationcities.profile.Affinity;
import org.educationcities.profile.AffinityFormula;
import org.educationcities.profile.AffinityRule;
import org.educationcities.round.PlacePrice;
import org.educationcities.round.Placement;
import org.educationcities.round.Round;
import org.educationcities.round.Snapshot;

/** The allocation as CSV and JSON: ids and numbers, no names. */
final class AllocationFiles {
  private final Round round;
  private final Snapshot snapshot;
  private final List<Placement> placements;
  private final Map<String, Long> prices = new HashMap<>();
  private final AffinityFormula formula;

  AllocationFiles(
      Round round, Snapshot snapshot, List<Placement> placements, List<PlacePrice> prices) {
    this.round = round;
    this.snapshot = snapshot;
    this.placements =
        placements.stream()
            .sorted(Comparator.comparing((Placement each) -> each.learner().value()))
            .toList();
    prices.forEach(each -> this.prices.put(each.opportunity().value(), each.price()));
    this.formula = new AffinityFormula(snapshot.taxonomy(), AffinityRule.STANDARD);
  }

  void csv(Appendable target) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("learner", "opportunity", "affinity", "price", "by_hand", "rules");
      for (Placement each : placements) {
        csv.writeRecord(
            each.learner().value(),
            each.opportunity().value(),
            Integer.toString(each.affinity()),
            Long.toString(priceOf(each)),
            Boolean.toString(each.byHand()),
            rules(each));
      }
    }
    target.append(text.toString());
  }

  void json(Appendable target) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    mapper.getFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    ObjectNode root = mapper.createObjectNode();
    root.put("round", round.id().value());
    root.put("term", round.term().value());
    root.put("fairness", round.fairness());
    root.put("proof", round.proof().name());
    root.put("learners", round.learners());
    root.put("placed", round.placed());
    root.put("total", round.total());
    ArrayNode list = root.putArray("placements");
    for (Placement each : placements) {
      ObjectNode node = list.addObject();
      node.put("learner", each.learner().value());
      node.put("opportunity", each.opportunity().value());
      node.put("affinity", each.affinity());
      node.put("price", priceOf(each));
      node.put("by_hand", each.byHand());
      node.put("rules", rules(each));
    }
    target.append(mapper.writeValueAsString(root)).append('\n');
  }

  private long priceOf(Placement placement) {
    return prices.getOrDefault(placement.opportunity().value(), 0L);
  }

  private String rules(Placement placement) {
    Affinity affinity =
        formula.between(
            snapshot.learner(placement.learner()).orElseThrow().profile(),
            snapshot.opportunity(placement.opportunity()).orElseThrow().opportunity().profile());
    return affinity.explanation().stream()
        .map(each -> each.source().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .distinct()
        .sorted()
        .collect(Collectors.joining(";"));
  }
}
