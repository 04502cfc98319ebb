/**
 * What is known of a city, kept under the host's ids: the roster where there is no host, and
 * profiles, quests, wishes, topics, opportunities and calendars in any case.
 *
 * <p>Its sources are the same that a host serves. What comes of what is known enters elsewhere.
 */
@NullMarked
package org.educationcities.registry;

import org.jspecify.annotations.NullMarked;
