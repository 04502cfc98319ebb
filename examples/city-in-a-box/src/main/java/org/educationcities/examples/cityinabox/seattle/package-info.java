/**
 * Seattle's own lists as the city published them, dirt and all: read, and every row that cannot be
 * taken as it stands told with its reason.
 */
@NullMarked
package org.educationcities.examples.cityinabox.seattle;

import org.jspecify.annotations.NullMarked;
