/**
 * The city's own CSV: what a city knows and no standard format holds, in and out, and the
 * allocation out. The columns are stated in this module's README. What other formats share lives in
 * {@code org.educationcities.exchange}.
 */
@NullMarked
package org.educationcities.citycsv;

import org.jspecify.annotations.NullMarked;
