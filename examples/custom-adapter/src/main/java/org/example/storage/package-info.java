/** A vendor's own storage: all entities in memory, every transaction a record in a log file. */
@NullMarked
package org.example.storage;

import org.jspecify.annotations.NullMarked;
