package org.educationcities.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Cursor;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.IndexType;
import org.educationcities.spi.storage.IndexValue;
import org.educationcities.spi.storage.Query;

/** Where a page ended, as it comes back over the web. It goes on from there, or is refused. */
final class Cursors implements Target {
  private static final EntityType TYPE =
      new EntityType("learner", Map.of("age", IndexType.NUMBER, "city", IndexType.TEXT));
  private static final Entity LAST =
      Entity.of(
          "learner",
          "l1",
          7,
          1,
          new byte[0],
          Map.of("age", IndexValue.of(12), "city", IndexValue.of("hadera")));

  private static List<Query> queries(String after) {
    return after.isEmpty()
        ? List.of(
            Query.over("learner").build(),
            Query.over("learner").ascendingBy("age").build(),
            Query.over("learner").descendingBy("city").build())
        : List.of(
            Query.over("learner").after(after).build(),
            Query.over("learner").ascendingBy("age").after(after).build(),
            Query.over("learner").descendingBy("city").after(after).build());
  }

  @Override
  public void read(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      for (Query query : queries(text)) {
        goOn(query);
      }
    } catch (IllegalArgumentException notEvenAQuery) {
      Canary.isNotIn(notEvenAQuery);
    }
  }

  private static void goOn(Query query) {
    try {
      Cursor.of(Space.DEFAULT, query, TYPE).ifPresent(cursor -> cursor.isBefore(query, LAST));
    } catch (IllegalArgumentException declared) {
      Canary.isNotIn(declared);
    }
  }

  @Override
  public List<byte[]> seeds() {
    return queries("").stream()
        .map(each -> Cursor.after(Space.DEFAULT, each, LAST).getBytes(StandardCharsets.US_ASCII))
        .toList();
  }
}
