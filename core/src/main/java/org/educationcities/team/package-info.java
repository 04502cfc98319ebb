/**
 * Education Teams: a class into teams in which every member both teaches and learns, and learning
 * pairs across classes; with the proof or the bound that belongs to each result.
 *
 * <p>Pure functions over ids, levels and wishes. Storage, people and time stay outside.
 */
@NullMarked
package org.educationcities.team;

import org.jspecify.annotations.NullMarked;
