/**
 * The room of who learns and who is with them: learners, guardians, educators and other adults,
 * told by opaque ids.
 *
 * <p>No name of a person enters here. What somebody knows or wants to learn goes to profile.
 */
@NullMarked
package org.educationcities.people;

import org.jspecify.annotations.NullMarked;
