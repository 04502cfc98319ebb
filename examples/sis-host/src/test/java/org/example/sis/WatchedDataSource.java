package org.example.sis;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A data source that counts the statements run through it, and can be made to fail. */
final class WatchedDataSource {
  private final DataSource real;
  final AtomicLong statements = new AtomicLong();
  final AtomicLong answers = new AtomicLong(Long.MAX_VALUE);

  WatchedDataSource(DataSource real) {
    this.real = real;
  }

  DataSource watched() {
    return around(DataSource.class, real);
  }

  /** Hands every call on; what it gives is watched too. */
  private <T> T around(Class<T> type, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("executeQuery")) {
                statements.incrementAndGet();
                if (answers.getAndDecrement() <= 0) {
                  throw new SQLException("The connection is gone.");
                }
              }
              try {
                Object result = method.invoke(target, arguments);
                if (result instanceof Connection connection) {
                  return around(Connection.class, connection);
                }
                return result instanceof PreparedStatement statement
                    ? around(PreparedStatement.class, statement)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
