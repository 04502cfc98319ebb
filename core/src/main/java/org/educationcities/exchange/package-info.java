/**
 * What every file format shares: the hardened reading of folders and zips, tables with line and
 * column, limits, and the report of what was taken and what was not.
 *
 * <p>A format of its own enters {@code adapters}; what all of them need enters here.
 */
@NullMarked
package org.educationcities.exchange;

import org.jspecify.annotations.NullMarked;
