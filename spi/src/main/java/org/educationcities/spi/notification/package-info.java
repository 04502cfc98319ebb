/**
 * Notification: a channel delivers a message to a recipient that only the host can resolve, and
 * says how it went.
 *
 * <p>The rules are numbered NOT-1 and on; the conformance kit tests each under its number.
 */
@NullMarked
package org.educationcities.spi.notification;

import org.jspecify.annotations.NullMarked;
