/** Conformance kits: extend one, give it your adapter, and run it with your own build. */
@NullMarked
package org.educationcities.tck;

import org.jspecify.annotations.NullMarked;
