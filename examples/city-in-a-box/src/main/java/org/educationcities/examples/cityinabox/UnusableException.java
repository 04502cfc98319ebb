package org.educationcities.examples.cityinabox;

/** Something that the user gave cannot be used; told in one line. */
final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableException(String what) {
    super(what);
  }

  UnusableException(String what, Throwable cause) {
    super(what, cause);
  }
}
