/** A channel that posts signed webhooks, and the verifier for who receives them. */
module org.educationcities.notify.webhook {
  requires static org.jspecify;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires transitive org.educationcities.spi;

  exports org.educationcities.notify.webhook;

  provides org.educationcities.spi.Plugin with
      org.educationcities.notify.webhook.WebhookPlugin;
}
