/**
 * The room of working relationships: who collaborates with whom, in which circle, from proposal to
 * reflection.
 *
 * <p>What happens between parties enters here; whether a child may be there is for safeguarding.
 */
@NullMarked
package org.educationcities.collaboration;

import org.jspecify.annotations.NullMarked;
