package org.educationcities.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tags of a page with the names of their attributes, in order, told apart as a browser does it
 * (the tokenization of the HTML standard, as far as pages without doctype tricks need it): enough
 * to see whether a text became markup.
 */
final class Markup {
  private final String page;
  private final List<String> found = new ArrayList<>();
  private int at;

  private Markup(String page) {
    this.page = page;
  }

  static List<String> of(String page) {
    return new Markup(page).read();
  }

  private List<String> read() {
    while (at < page.length()) {
      if (page.startsWith("<!--", at)) {
        int end = page.indexOf("-->", at);
        found.add("comment");
        at = end < 0 ? page.length() : end + 3;
      } else if (page.charAt(at) == '<' && at + 1 < page.length() && opens(page.charAt(at + 1))) {
        tag();
      } else {
        at++;
      }
    }
    return found;
  }

  private static boolean opens(char next) {
    return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
  }

  private void tag() {
    int from = at;
    while (at < page.length() && !isSpace(page.charAt(at)) && page.charAt(at) != '>') {
      at++;
    }
    String name = page.substring(from, at).toLowerCase(Locale.ROOT);
    StringBuilder tag = new StringBuilder(name);
    while (at < page.length() && page.charAt(at) != '>') {
      if (isSpace(page.charAt(at)) || page.charAt(at) == '/') {
        at++;
      } else {
        tag.append(' ').append(attribute());
      }
    }
    at++;
    found.add(tag.toString());
    if (name.equals("<script") || name.equals("<style") || name.equals("<title")) {
      rawText("</" + name.substring(1));
    }
  }

  private String attribute() {
    int from = at;
    while (at < page.length() && "=>/ \t\r\n\f".indexOf(page.charAt(at)) < 0) {
      at++;
    }
    String name = page.substring(from, Math.max(at, from + 1));
    at = Math.max(at, from + 1);
    if (at < page.length() && page.charAt(at) == '=') {
      at++;
      value();
    }
    return name;
  }

  private void value() {
    char quote = at < page.length() ? page.charAt(at) : ' ';
    if (quote == '"' || quote == '\'') {
      int end = page.indexOf(quote, at + 1);
      at = end < 0 ? page.length() : end + 1;
    } else {
      while (at < page.length() && !isSpace(page.charAt(at)) && page.charAt(at) != '>') {
        at++;
      }
    }
  }

  private void rawText(String end) {
    while (at < page.length() && !page.regionMatches(true, at, end, 0, end.length())) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
  }
}
