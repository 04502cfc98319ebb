/**
 * Keys that seal what is personal, kept outside the store, so that destroying a key erases whatever
 * it sealed.
 *
 * <p>The rules are numbered KEY-1 and on.
 */
@NullMarked
package org.educationcities.spi.key;

import org.jspecify.annotations.NullMarked;
