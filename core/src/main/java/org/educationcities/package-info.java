/**
 * The front door: who asks, what may go wrong, and the one entry point for a developer who embeds
 * the library.
 *
 * <p>Only what every room shares, or what opens the house, may enter here.
 */
@NullMarked
package org.educationcities;

import org.jspecify.annotations.NullMarked;
