/** A channel that sends generic mail in English, Hebrew and Arabic over SMTP. */
module org.educationcities.notify.mail {
  requires java.logging;
  requires jakarta.mail;
  requires static org.jspecify;
  requires org.eclipse.angus.mail;
  requires transitive org.educationcities.spi;

  exports org.educationcities.notify.mail;

  uses org.educationcities.notify.mail.AddressBook;

  provides org.educationcities.spi.Plugin with
      org.educationcities.notify.mail.MailPlugin;
}
