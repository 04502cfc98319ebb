/**
 * Storage by compare-and-set in spaces: six methods that serve every entity there will ever be.
 *
 * <p>The rules are numbered STO-1 and on, where they apply; the conformance kit tests each under
 * its number.
 */
@NullMarked
package org.educationcities.spi.storage;

import org.jspecify.annotations.NullMarked;
