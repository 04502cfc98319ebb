/**
 * The room of the pages that a person looks at: the public report and the planner's view.
 *
 * <p>What enters is already aggregated and already safe; what leaves is one HTML file that asks the
 * network for nothing.
 */
@NullMarked
package org.educationcities.report;

import org.jspecify.annotations.NullMarked;
