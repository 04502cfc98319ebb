package org.educationcities.notify.mail;

/**
 * What a recipient reads.
 *
 * @param language the language it is written in, as in {@code Content-Language}
 * @param subject a generic subject
 * @param text the plain text
 * @param html the same as a page
 */
record Letter(String language, String subject, String text, String html) {}
