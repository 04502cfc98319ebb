package org.educationcities.hostile;

import java.io.IOException;
import java.util.List;

/** A reader of the library, driven by whatever bytes come. */
interface Target {

  /**
   * Reads the bytes. Returns if they were taken or refused as declared; anything else that is
   * thrown is a finding.
   */
  void read(byte[] input) throws Exception;

  /** Inputs that it takes, to start from. */
  List<byte[]> seeds() throws IOException;
}
