/**
 * What each role is shown, a type of its own for each: made of what the rooms know, given to whom
 * the host's relations entitle, told in the audit. No rule is decided here.
 */
@NullMarked
package org.educationcities.view;

import org.jspecify.annotations.NullMarked;
