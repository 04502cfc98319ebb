package org.educationcities.examples.cityinabox.seattle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.educationcities.spi.source.ResourceRecord;

/** The community gardens of the P-Patch programme: real places, none with a schedule. */
final class Gardens {
  private Gardens() {}

  static SeattleGround read() {
    PublishedList list = new PublishedList("p-patch.json");
    List<ResourceRecord> resources = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      JsonNode item = list.items().get(i);
      String name = PublishedList.field(item, "NAME");
      list.noteName(i + 1, "NAME", name);
      for (String field : new String[] {"NUMPLOTS", "SIZE_SQFT", "LOCATION"}) {
        if (PublishedList.field(item, field).isEmpty()) {
          list.dirt().add(i + 1, field, "missing; the garden is kept without it");
        }
      }
      list.dirt().add(i + 1, "PROGRAM", "no schedule is published; untapped ground");
      resources.add(
          SeattleReader.resource(
              "seattle-garden-" + PublishedList.field(item, "OBJECTID"),
              "seattle-p-patch",
              "P-Patch Community Gardening",
              "public",
              name + " P-Patch",
              "community-garden",
              list.position(i + 1, item),
              list.topics("p-patch"),
              true));
    }
    return new SeattleGround(resources, List.of(), list.dirt().found());
  }
}
