/**
 * The matching engine beside the solvers people would pick instead, on the same instances in one
 * JVM. Generators, peers and the runner enter here; nothing that the library needs.
 */
@NullMarked
package org.educationcities.benchmarks;

import org.jspecify.annotations.NullMarked;
