/**
 * Makes up, from a seed, what no public list holds: every person, and the providers of the areas
 * that publish none. Nothing here may pass as real.
 */
@NullMarked
package org.educationcities.examples.cityinabox.generator;

import org.jspecify.annotations.NullMarked;
