/**
 * Typed access to what the library keeps, over the storage of {@code spi}: kinds with their codecs,
 * stored values with their versions, one unit of work.
 *
 * <p>Not exported. How a thing becomes bytes enters here; what things there are belongs to their
 * rooms.
 */
@NullMarked
package org.educationcities.persistence;

import org.jspecify.annotations.NullMarked;
