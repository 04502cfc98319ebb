package org.educationcities.storage.json;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All that the storage asks of a file system, so that a test can let each call fail. */
interface Disk {

  /** A file that grows at its end. */
  interface Log extends Closeable {
    long size() throws IOException;

    void append(byte[] bytes) throws IOException;

    void cut(long size) throws IOException;

    /** Returns when what was written is on the medium. */
    void sync() throws IOException;
  }

  /** Makes a folder with its parents; nothing if it is there. */
  void makeFolder(Path folder) throws IOException;

  boolean exists(Path path);

  byte[] read(Path file) throws IOException;

  /** The files below a folder, in no order. */
  List<Path> files(Path folder) throws IOException;

  /**
   * Replaces a file as a whole: the old or the new content is there, also after a loss of power.
   */
  void replace(Path file, byte[] bytes) throws IOException;

  void delete(Path file) throws IOException;

  /** Makes names in a folder that were replaced or deleted outlast a loss of power. */
  void syncFolder(Path folder) throws IOException;

  Log openLog(Path file) throws IOException;

  /**
   * Locks a file for this process and opener.
   *
   * @throws IOException if another holds it, in this process or another
   */
  Closeable lock(Path file) throws IOException;
}
