/** What every adapter shares: the plugin, its settings, spaces and errors. */
@NullMarked
package org.educationcities.spi;

import org.jspecify.annotations.NullMarked;
