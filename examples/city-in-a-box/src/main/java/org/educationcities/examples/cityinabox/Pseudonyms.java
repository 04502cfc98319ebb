package org.educationcities.examples.cityinabox;

import com.google.common.collect.Ordering;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.educationcities.people.LearnerId;

/** Numbers in the place of ids, dealt out in an order that tells nothing of them. */
final class Pseudonyms {
  private final Map<LearnerId, String> numbers = new HashMap<>();

  Pseudonyms(long seed, Collection<LearnerId> learners) {
    Comparator<LearnerId> shuffled =
        Comparator.comparing(
                (LearnerId each) ->
                    Hashing.sha256()
                        .hashString(seed + "|" + each.value(), StandardCharsets.UTF_8)
                        .toString())
            .thenComparing(LearnerId::value);
    List<LearnerId> order = Ordering.from(shuffled).sortedCopy(learners);
    for (int i = 0; i < order.size(); i++) {
      numbers.put(order.get(i), String.format(Locale.ROOT, "L-%06d", i + 1));
    }
  }

  String of(LearnerId learner) {
    return numbers.getOrDefault(learner, "L-unknown");
  }
}
