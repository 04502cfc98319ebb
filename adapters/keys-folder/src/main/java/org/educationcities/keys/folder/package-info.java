/** A key source in a folder that only its owner can read. */
@NullMarked
package org.educationcities.keys.folder;

import org.jspecify.annotations.NullMarked;
