package org.educationcities.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the file: the text of the columns that are read, and nothing of the others.
 *
 * @param line the line it begins on
 * @param cells null where a column is not read
 * @param count how many fields there really were
 * @param tooLong the number, from 1, of the first field beyond the limit; 0 if none
 */
record RawRow(long line, List<@Nullable String> cells, int count, int tooLong) {

  /** Makes the text of a cell only if its column is read: a password's never is. */
  static final class Handler extends AbstractBaseCsvCallbackHandler<RawRow> {
    /** Of a column's name. No name that is asked for is longer; a longer one is as good as none. */
    private static final int LONGEST_NAME = 255;

    private final int longest;
    private final int most;
    private boolean @Nullable [] read;
    private @Nullable String[] cells = new @Nullable String[0];
    private int tooLong;

    Handler(ImportLimits limits) {
      longest = limits.fieldLength();
      most = limits.fields();
    }

    /** From here on, only these columns are read. */
    void readOnly(boolean[] columns) {
      read = columns;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells = new @Nullable String[read == null ? Math.min(16, most) : read.length];
      tooLong = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      boolean wanted = read == null ? index < most : index < read.length && read[index];
      if (!wanted) {
        return;
      }
      if (length > (read == null ? Math.min(longest, LONGEST_NAME) : longest)) {
        tooLong = tooLong == 0 ? index + 1 : tooLong;
        return;
      }
      if (index >= cells.length) {
        cells = Arrays.copyOf(cells, Math.min(most, Math.max(index + 1, 2 * cells.length)));
      }
      cells[index] = new String(buffer, offset, length);
    }

    @Override
    protected void handleEmpty() {
      cells = new @Nullable String[0];
    }

    @Override
    protected @Nullable RawRow buildRecord() {
      return new RawRow(
          getStartingLineNumber(),
          Collections.unmodifiableList(Arrays.asList(cells)),
          getFieldCount(),
          tooLong);
    }
  }
}
