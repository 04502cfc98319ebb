package org.educationcities.exchange;

import java.util.Objects;

/**
 * Something that could not be taken.
 *
 * @param file the name of the file, within the folder or zip
 * @param line its line, from 1; 0 for the file as a whole
 * @param column the number of the field, from 1, or the character in JSON; 0 for the line as a
 *     whole
 * @param code lower-case words joined by hyphens, stable over versions
 * @param sentence what is wrong and what to do; never the text of a cell
 */
public record ImportProblem(String file, long line, int column, String code, String sentence) {
  /** A problem with all its parts. */
  public ImportProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(sentence, "sentence");
  }

  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + (column > 0 ? ":" + column : "")
        + ": "
        + sentence
        + " ["
        + code
        + "]";
  }
}
