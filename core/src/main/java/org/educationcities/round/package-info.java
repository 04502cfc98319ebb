/**
 * One allocation over a frozen snapshot: from what is known, through the hard rules and the engine,
 * to a draft that people edit, publish or withdraw; and recommendations for one learner by the same
 * rules.
 *
 * <p>A new hard rule enters here, and nowhere else.
 */
@NullMarked
package org.educationcities.round;

import org.jspecify.annotations.NullMarked;
