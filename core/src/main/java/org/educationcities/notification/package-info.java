/**
 * The room of what is told: events that commit with the state they tell of, and the relay that
 * brings them to people through the host's channels.
 *
 * <p>A new event enters here; how a message travels belongs to an adapter.
 */
@NullMarked
package org.educationcities.notification;

import org.jspecify.annotations.NullMarked;
