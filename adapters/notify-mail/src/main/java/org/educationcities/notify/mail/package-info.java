/** A channel that sends mail: generic texts in three languages, nothing personal, no tracking. */
@NullMarked
package org.educationcities.notify.mail;

import org.jspecify.annotations.NullMarked;
