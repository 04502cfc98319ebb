package org.educationcities.oneroster;

import java.io.Closeable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.educationcities.exchange.TableWriter;
import org.jspecify.annotations.Nullable;

/** users.csv, and with 1.2 roles.csv beside it. */
final class UserTables implements Closeable {
  private final String placeholder;
  private final TableWriter users;
  private final @Nullable TableWriter roles;
  private int number;

  // Both are closed with this.
  @SuppressWarnings("MustBeClosedChecker")
  UserTables(Path folder, OneRosterVersion version, String placeholder) {
    this.placeholder = placeholder;
    this.users = TableWriter.open(folder.resolve(Reading.USERS), Headers.users(version));
    this.roles =
        version == OneRosterVersion.V1_1
            ? null
            : TableWriter.open(folder.resolve(Reading.ROLES), Headers.ROLES);
  }

  void user(
      String id,
      String role,
      String org,
      List<String> agents,
      @Nullable String grade,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    String told = agents.isEmpty() ? null : String.join(",", agents);
    if (roles == null) {
      users.row(
          id,
          null,
          null,
          true,
          org,
          role,
          id,
          null,
          placeholder,
          placeholder,
          null,
          null,
          null,
          null,
          null,
          told,
          grade,
          null);
    } else {
      users.row(
          id,
          null,
          null,
          true,
          id,
          null,
          placeholder,
          placeholder,
          null,
          null,
          null,
          null,
          null,
          told,
          grade,
          null,
          null,
          null,
          null,
          null,
          role.equals("student") ? org : null,
          null);
      roles.row("r" + number++, null, null, id, "primary", role, from, until, org, null);
    }
  }

  @Override
  public void close() {
    users.close();
    if (roles != null) {
      roles.close();
    }
  }
}
