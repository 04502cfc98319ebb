/**
 * The facts that come with the example: real localities, schools and Seattle's own lists, each with
 * its source beside it, and our own small lists of topics, kinds of place and holidays.
 */
@NullMarked
package org.educationcities.examples.cityinabox.facts;

import org.jspecify.annotations.NullMarked;
