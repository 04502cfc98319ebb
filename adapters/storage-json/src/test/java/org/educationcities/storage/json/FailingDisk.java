package org.educationcities.storage.json;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A disk that fails at the n-th write or sync, and at every one after it: a disk that died. */
final class FailingDisk implements Disk {
  /** What is left of the write that fails. */
  enum Torn {
    NOTHING,
    HALF,
    ALL
  }

  private final Disk real = new RealDisk();
  private final int failAt;
  private final Torn torn;
  private final boolean forEver;
  private int operations;

  FailingDisk(int failAt, Torn torn, boolean forEver) {
    this.failAt = failAt;
    this.torn = torn;
    this.forEver = forEver;
  }

  int operations() {
    return operations;
  }

  private boolean fails() {
    operations++;
    return forEver ? operations >= failAt : operations == failAt;
  }

  private void failIfDue() throws IOException {
    if (fails()) {
      throw failure();
    }
  }

  private static IOException failure() {
    return new IOException("injected");
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    failIfDue();
    real.makeFolder(folder);
  }

  @Override
  public boolean exists(Path path) {
    return real.exists(path);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return real.read(file);
  }

  @Override
  public List<Path> files(Path folder) throws IOException {
    return real.files(folder);
  }

  @Override
  public void replace(Path file, byte[] bytes) throws IOException {
    if (fails()) {
      if (torn == Torn.ALL) {
        real.replace(file, bytes);
      } else if (torn == Torn.HALF) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        real.replace(temporary, Arrays.copyOf(bytes, bytes.length / 2));
      }
      throw failure();
    }
    real.replace(file, bytes);
  }

  @Override
  public void delete(Path file) throws IOException {
    if (fails()) {
      if (torn == Torn.ALL) {
        real.delete(file);
      }
      throw failure();
    }
    real.delete(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    failIfDue();
    real.syncFolder(folder);
  }

  @Override
  public Closeable lock(Path file) throws IOException {
    return real.lock(file);
  }

  @Override
  public Log openLog(Path file) throws IOException {
    Log log = real.openLog(file);
    return new Log() {
      @Override
      public long size() throws IOException {
        return log.size();
      }

      @Override
      public void append(byte[] bytes) throws IOException {
        if (fails()) {
          if (torn != Torn.NOTHING) {
            log.append(torn == Torn.ALL ? bytes : Arrays.copyOf(bytes, bytes.length * 2 / 3));
          }
          throw failure();
        }
        log.append(bytes);
      }

      @Override
      public void cut(long size) throws IOException {
        if (fails()) {
          if (torn == Torn.ALL) {
            log.cut(size);
          }
          throw failure();
        }
        log.cut(size);
      }

      @Override
      public void sync() throws IOException {
        failIfDue();
        log.sync();
      }

      @Override
      public void close() throws IOException {
        log.close();
      }
    };
  }
}
