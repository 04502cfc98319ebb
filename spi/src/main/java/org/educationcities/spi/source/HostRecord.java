package org.educationcities.spi.source;

/** Something that the host owns and the library only reads. */
public interface HostRecord {

  /** The host's stable id, 1 to 255 characters. */
  String id();
}
