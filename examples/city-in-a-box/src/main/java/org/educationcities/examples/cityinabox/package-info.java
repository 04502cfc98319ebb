/**
 * The main job: from a city's files to its allocation, its collaborations and its report. Fork it
 * for a city of your own.
 */
@NullMarked
package org.educationcities.examples.cityinabox;

import org.jspecify.annotations.NullMarked;
