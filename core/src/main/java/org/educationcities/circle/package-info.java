/**
 * The room of the five circles: what is matched in each, and what comes of it as proposed
 * collaborations with their parties.
 *
 * <p>A new form of collaboration enters here; what becomes of it once proposed is for
 * collaboration.
 */
@NullMarked
package org.educationcities.circle;

import org.jspecify.annotations.NullMarked;
