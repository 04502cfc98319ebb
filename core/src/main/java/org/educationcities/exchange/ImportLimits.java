package org.educationcities.exchange;

/**
 * How much a reader takes in before it refuses. Immutable. The defaults suit a large city on a
 * small machine.
 */
public final class ImportLimits {
  /**
   * 256 MB a file, 1 GB together, 1,000 files, 5,000,000 rows of 512 fields of 32,768 characters.
   */
  public static final ImportLimits STANDARD = builder().build();

  private final long fileBytes;
  private final long totalBytes;
  private final int files;
  private final int inflationRatio;
  private final int rows;
  private final int fields;
  private final int fieldLength;
  private final int jsonValues;
  private final int jsonDepth;
  private final int problemsKept;

  private ImportLimits(Builder builder) {
    fileBytes = builder.fileBytes;
    totalBytes = builder.totalBytes;
    files = builder.files;
    inflationRatio = builder.inflationRatio;
    rows = builder.rows;
    fields = builder.fields;
    fieldLength = builder.fieldLength;
    jsonValues = builder.jsonValues;
    jsonDepth = builder.jsonDepth;
    problemsKept = builder.problemsKept;
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** The most bytes of one file, inflated. */
  public long fileBytes() {
    return fileBytes;
  }

  /** The most bytes of all files together, inflated, as often as they are read. */
  public long totalBytes() {
    return totalBytes;
  }

  /** The most files in a folder or zip. */
  public int files() {
    return files;
  }

  /** The most inflated bytes for one of a zip, beyond the first megabyte. */
  public int inflationRatio() {
    return inflationRatio;
  }

  /** The most rows of one table, the header aside. */
  public int rows() {
    return rows;
  }

  /** The most fields of one row. */
  public int fields() {
    return fields;
  }

  /** The most characters of one field or JSON text. */
  public int fieldLength() {
    return fieldLength;
  }

  /**
   * The most values of one JSON document, or of one element where a document is an array; a text
   * counts as one more for each 100 characters.
   */
  public int jsonValues() {
    return jsonValues;
  }

  /** The deepest nesting of JSON. */
  public int jsonDepth() {
    return jsonDepth;
  }

  /** The most problems kept with their place; beyond, they are only counted. */
  public int problemsKept() {
    return problemsKept;
  }

  /** Collects limits. Not thread-safe. */
  public static final class Builder {
    private long fileBytes = 256L << 20;
    private long totalBytes = 1L << 30;
    private int files = 1_000;
    private int inflationRatio = 200;
    private int rows = 5_000_000;
    private int fields = 512;
    private int fieldLength = 32_768;
    private int jsonValues = 200_000;
    private int jsonDepth = 64;
    private int problemsKept = 1_000;

    private Builder() {}

    /** The most bytes of one file, inflated. */
    public Builder fileBytes(long newFileBytes) {
      fileBytes = positive(newFileBytes);
      return this;
    }

    /** The most bytes of all files together, inflated, as often as they are read. */
    public Builder totalBytes(long newTotalBytes) {
      totalBytes = positive(newTotalBytes);
      return this;
    }

    /** The most files in a folder or zip. */
    public Builder files(int newFiles) {
      files = (int) positive(newFiles);
      return this;
    }

    /** The most inflated bytes for one of a zip, beyond the first megabyte. */
    public Builder inflationRatio(int newInflationRatio) {
      inflationRatio = (int) positive(newInflationRatio);
      return this;
    }

    /** The most rows of one table, the header aside. */
    public Builder rows(int newRows) {
      rows = (int) positive(newRows);
      return this;
    }

    /** The most fields of one row. */
    public Builder fields(int newFields) {
      fields = (int) positive(newFields);
      return this;
    }

    /** The most characters of one field or JSON text, at most 1,048,576. */
    public Builder fieldLength(int newFieldLength) {
      fieldLength = (int) Math.min(positive(newFieldLength), 1 << 20);
      return this;
    }

    /**
     * The most values of one JSON document, or of one element where a document is an array; a text
     * counts as one more for each 100 characters.
     */
    public Builder jsonValues(int newJsonValues) {
      jsonValues = (int) positive(newJsonValues);
      return this;
    }

    /** The deepest nesting of JSON, at most 500. */
    public Builder jsonDepth(int newJsonDepth) {
      jsonDepth = (int) Math.min(positive(newJsonDepth), 500);
      return this;
    }

    /** The most problems kept with their place; beyond, they are only counted. */
    public Builder problemsKept(int newProblemsKept) {
      problemsKept = (int) positive(newProblemsKept);
      return this;
    }

    /** The limits. */
    public ImportLimits build() {
      return new ImportLimits(this);
    }

    private static long positive(long limit) {
      if (limit < 1) {
        throw new IllegalArgumentException("A limit is 1 or more, not " + limit + ".");
      }
      return limit;
    }
  }
}
