/**
 * OneRoster 1.1 and 1.2 as CSV (1EdTech): schools, classes, learners, guardians and adults in, and
 * out again for exchange and examples. What other formats share lives in {@code
 * org.educationcities.exchange}.
 */
@NullMarked
package org.educationcities.oneroster;

import org.jspecify.annotations.NullMarked;
