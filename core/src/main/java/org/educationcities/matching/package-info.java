/**
 * From a snapshot to candidates to an allocation with its proof: pure functions over plain problems
 * and results.
 *
 * <p>A new rule about who may be paired, a new objective and its checker enter here. Nothing here
 * knows storage, people or time: ids and numbers come in, ids, numbers and a certificate go out.
 */
@NullMarked
package org.educationcities.matching;

import org.jspecify.annotations.NullMarked;
