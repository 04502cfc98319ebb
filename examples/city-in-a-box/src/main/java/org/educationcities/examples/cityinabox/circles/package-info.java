/**
 * Makes the collaborations of all five circles out of who is there, what they can and what they
 * want to learn.
 */
@NullMarked
package org.educationcities.examples.cityinabox.circles;

import org.jspecify.annotations.NullMarked;
