/**
 * Read-only sources for what a host owns: its roster, and perhaps its list of places.
 *
 * <p>The rules are numbered SRC-1 and on; the conformance kit tests each under its number. The
 * records hold the least that matching and clearance need; no name of a child is among it.
 */
@NullMarked
package org.educationcities.spi.source;

import org.jspecify.annotations.NullMarked;
