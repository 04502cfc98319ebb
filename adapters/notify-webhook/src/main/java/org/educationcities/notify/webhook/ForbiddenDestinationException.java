package org.educationcities.notify.webhook;

/** The rules forbid to connect there. Names neither the host nor an address. */
final class ForbiddenDestinationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  ForbiddenDestinationException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** The code of the refusal. */
  String reason() {
    return reason;
  }
}
