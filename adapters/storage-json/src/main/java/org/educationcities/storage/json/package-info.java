/** Storage as JSON files in one folder, for small stores that people read and compare. */
@NullMarked
package org.educationcities.storage.json;

import org.jspecify.annotations.NullMarked;
