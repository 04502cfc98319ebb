/**
 * The room of what every party can do and wants to learn: topics, strengths, growth areas, quests,
 * wishes and the affinity of a pairing.
 *
 * <p>A new way to describe abilities, or a change of the affinity formula, enters here.
 */
@NullMarked
package org.educationcities.profile;

import org.jspecify.annotations.NullMarked;
