/**
 * The storages beside plain JDBC on the same tables, and how fast a large one opens. Measurements
 * enter here; nothing that the library needs.
 */
@NullMarked
package org.educationcities.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
