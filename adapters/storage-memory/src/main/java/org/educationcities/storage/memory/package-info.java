/**
 * Storage in memory: the reference that all other adapters are compared with, and what tests use.
 */
@NullMarked
package org.educationcities.storage.memory;

import org.jspecify.annotations.NullMarked;
