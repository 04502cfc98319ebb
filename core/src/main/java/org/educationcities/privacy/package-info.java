/**
 * The room of what people can ask about their data, and of who saw and did what: audit, export,
 * erasure, retention.
 *
 * <p>Whose data a thing holds is said by the thing's own room; how it is sealed belongs to
 * persistence.
 */
@NullMarked
package org.educationcities.privacy;

import org.jspecify.annotations.NullMarked;
