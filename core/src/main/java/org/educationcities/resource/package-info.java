/**
 * The room of ground for learning: providers, their resources, the opportunities they offer in a
 * term, and when these take place.
 *
 * <p>What is offered enters here; who is placed there goes to matching and collaboration.
 */
@NullMarked
package org.educationcities.resource;

import org.jspecify.annotations.NullMarked;
