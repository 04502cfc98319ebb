/**
 * The room behind the pages: templates made into classes at build time, texts, style and script.
 *
 * <p>Not exported: what a page promises stands in the package above.
 */
@NullMarked
package org.educationcities.report.page;

import org.jspecify.annotations.NullMarked;
