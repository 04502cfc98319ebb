/**
 * What every file format shares: the hardened reading of a folder, a zip or a single file, tables
 * and JSON with the place of every problem, the report of what was taken and what was not, and
 * tables out. What one format alone knows is not let in: it lives with that format.
 */
@NullMarked
package org.educationcities.exchange;

import org.jspecify.annotations.NullMarked;
