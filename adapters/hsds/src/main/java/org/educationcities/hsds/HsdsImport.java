package org.educationcities.hsds;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.Map;
import org.educationcities.exchange.ImportReport;
import org.educationcities.spi.source.ResourceRecord;

/** What was read from an HSDS directory. Immutable. */
public final class HsdsImport {
  private final List<ResourceRecord> resources;
  private final ImmutableListMultimap<String, HsdsSchedule> schedules;
  private final ImportReport report;

  HsdsImport(
      List<ResourceRecord> resources,
      Map<String, List<HsdsSchedule>> schedules,
      ImportReport report) {
    this.resources = ImmutableList.copyOf(resources);
    ImmutableListMultimap.Builder<String, HsdsSchedule> all = ImmutableListMultimap.builder();
    schedules.forEach(all::putAll);
    this.schedules = all.build();
    this.report = report;
  }

  /**
   * The resources: one for each service at a location, under the id of that pairing; one for each
   * service without a location, under the service's id; and an untapped one for each location
   * without a service, under the location's id.
   */
  public List<ResourceRecord> resources() {
    return resources;
  }

  /** When a resource is open, by its id; empty if it is not told. */
  public List<HsdsSchedule> schedulesOf(String resourceId) {
    return schedules.get(resourceId);
  }

  /** What was taken, refused and left alone. */
  public ImportReport report() {
    return report;
  }
}
