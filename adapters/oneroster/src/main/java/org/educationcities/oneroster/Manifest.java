package org.educationcities.oneroster;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.educationcities.exchange.ImportLog;
import org.educationcities.exchange.Problem;
import org.educationcities.exchange.SourceFiles;
import org.educationcities.exchange.Table;
import org.educationcities.exchange.TableShape;

/** What {@code manifest.csv} tells: the version, and of each file whether it is there and whole. */
final class Manifest {
  static final String FILE = "manifest.csv";
  private static final Set<String> MODES = ImmutableSet.of("absent", "bulk", "delta");
  private static final Set<String> OTHERS =
      ImmutableSet.of("manifest.version", "source.systemName", "source.systemCode");

  private final SourceFiles files;
  private final ImportLog log;
  private final Map<String, String> modes = new HashMap<>();
  private OneRosterVersion version = OneRosterVersion.V1_1;

  private Manifest(SourceFiles files, ImportLog log) {
    this.files = files;
    this.log = log;
  }

  static Manifest read(SourceFiles files, ImportLog log) {
    Manifest manifest = new Manifest(files, log);
    manifest.read();
    return manifest;
  }

  OneRosterVersion version() {
    return version;
  }

  Set<String> deltaFiles() {
    Set<String> delta = new HashSet<>();
    modes.forEach(
        (file, mode) -> {
          if (mode.equals("delta")) {
            delta.add(file);
          }
        });
    return delta;
  }

  /** Whether a file is to be read: told to be there, and there. */
  boolean isThere(String file) {
    boolean told = !modes.getOrDefault(file, "absent").equals("absent");
    if (told && !files.has(file)) {
      log.refuse(
          Problem.of(
              file, "file-missing", "The manifest tells of this file, and it is not there."));
    } else if (!told && files.has(file)) {
      log.note(
          Problem.of(
              file,
              "file-absent",
              "The manifest tells that this file is absent; it was left alone."));
    }
    return told && files.has(file);
  }

  private void read() {
    if (!files.has(FILE)) {
      log.refuse(
          Problem.of(
              FILE,
              "manifest-missing",
              "There is no manifest; OneRoster asks for one beside the other files."));
      return;
    }
    boolean[] versionTold = {false};
    boolean read =
        Table.read(
            files,
            FILE,
            TableShape.builder().required("propertyName", "value").build(),
            log,
            row -> {
              String property = row.required("propertyName");
              if (property.equals("oneroster.version")) {
                versionTold[0] = true;
                version =
                    OneRosterVersion.parse(row.required("value"))
                        .orElseThrow(
                            () ->
                                row.refuse(
                                    "value",
                                    "version-unknown",
                                    "Only the versions 1.1 and 1.2 are read."));
              } else if (property.startsWith("file.")) {
                String mode = row.required("value");
                if (!MODES.contains(mode)) {
                  throw row.refuse("value", "mode-unknown", "A file is absent, bulk or delta.");
                }
                if (modes.putIfAbsent(property.substring("file.".length()) + ".csv", mode)
                    != null) {
                  throw row.refuse(
                      "propertyName", "property-twice", "This property is there twice.");
                }
              } else if (!OTHERS.contains(property)) {
                log.note(
                    row.problem("propertyName", "property-unknown", "This property is not known."));
              }
            });
    if (read && !versionTold[0]) {
      log.refuse(
          Problem.of(FILE, "version-missing", "The manifest does not tell oneroster.version."));
    }
  }
}
