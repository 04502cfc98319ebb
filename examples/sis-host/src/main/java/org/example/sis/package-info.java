/** A school information system that embeds the library: what its own people write, and no more. */
@NullMarked
package org.example.sis;

import org.jspecify.annotations.NullMarked;
