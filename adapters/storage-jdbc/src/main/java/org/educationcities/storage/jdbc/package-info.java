/** Storage over JDBC: H2 embedded by default, PostgreSQL and SQLite; plain SQL of our own. */
@NullMarked
package org.educationcities.storage.jdbc;

import org.jspecify.annotations.NullMarked;
