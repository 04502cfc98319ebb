/**
 * What is shown of a finished job: the public report of safe figures only, and the planner's view
 * under pseudonyms.
 *
 * <p>A new figure or section of the report is filled in here; how it looks belongs to the report
 * adapter.
 */
@NullMarked
package org.educationcities.examples.cityinabox.picture;

import org.jspecify.annotations.NullMarked;
