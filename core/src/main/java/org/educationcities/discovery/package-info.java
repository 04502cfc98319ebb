/**
 * How plugins are found or given: the one place that meets {@link java.util.ServiceLoader}.
 *
 * <p>By hand wins; discovery can be switched off, takes an explicit class loader, and is logged.
 */
@NullMarked
package org.educationcities.discovery;

import org.jspecify.annotations.NullMarked;
