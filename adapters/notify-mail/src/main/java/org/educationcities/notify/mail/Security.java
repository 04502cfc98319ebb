package org.educationcities.notify.mail;

/** How a connection to the mail server is kept from others. */
enum Security {
  /** Begins in the clear and must turn to TLS before anything is said (RFC 3207). */
  STARTTLS(587),
  /** TLS from the first byte (RFC 8314). */
  TLS(465),
  /** In the clear. */
  NONE(25);

  private final int port;

  Security(int port) {
    this.port = port;
  }

  /** The port that is usual for it. */
  int port() {
    return port;
  }
}
