/**
 * What keeps children safe: permission, vetting, agreements, blocks, the policy that weighs them,
 * and the clearance without which nothing is confirmed.
 *
 * <p>A new condition enters here, and can only refuse. When in doubt the answer is no.
 */
@NullMarked
package org.educationcities.safeguarding;

import org.jspecify.annotations.NullMarked;
