/**
 * The room of what a city can see of itself: gaps, unused strengths, untapped ground, where one
 * more place does most good, how fair it was, and figures that are safe to publish.
 *
 * <p>A new figure enters here; whatever reaches the public does so as a safe figure only.
 */
@NullMarked
package org.educationcities.insight;

import org.jspecify.annotations.NullMarked;
