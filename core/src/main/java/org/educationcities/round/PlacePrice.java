package org.educationcities.round;

import org.educationcities.resource.OpportunityId;

/**
 * The price of a place: how much total affinity one more would bring.
 *
 * @param opportunity whose place
 * @param places how many it has
 * @param taken how many of them are taken
 * @param price 0 or more; 0 where places are left
 */
public record PlacePrice(OpportunityId opportunity, int places, int taken, long price) {}
