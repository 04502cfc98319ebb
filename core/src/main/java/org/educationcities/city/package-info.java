/**
 * The room of the city as a place: cities, localities, schools, classrooms, distances and the five
 * circles of collaboration.
 *
 * <p>What is public about a place enters here; what is about a person goes to people.
 */
@NullMarked
package org.educationcities.city;

import org.jspecify.annotations.NullMarked;
