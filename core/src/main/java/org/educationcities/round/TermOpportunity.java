package org.educationcities.round;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.educationcities.resource.Opportunity;
import org.educationcities.resource.Session;

/**
 * An opportunity as a snapshot of a term sees it.
 *
 * @param opportunity the offer
 * @param country the country of its city, ISO 3166-1 alpha-2
 * @param sessions when it takes place in the term, holidays left out
 */
public record TermOpportunity(Opportunity opportunity, String country, List<Session> sessions) {
  /** An opportunity with its sessions. */
  public TermOpportunity {
    Objects.requireNonNull(opportunity, "opportunity");
    Objects.requireNonNull(country, "country");
    sessions = ImmutableList.copyOf(sessions);
  }
}
