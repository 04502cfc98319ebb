/** A channel that logs identifiers, and one that collects what would be sent to whom. */
@NullMarked
package org.educationcities.notify.log;

import org.jspecify.annotations.NullMarked;
