package org.educationcities.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.educationcities.spi.Space;
import org.educationcities.spi.storage.Entity;
import org.educationcities.spi.storage.EntityType;
import org.educationcities.spi.storage.Query;
import org.educationcities.spi.storage.Storage;
import org.educationcities.spi.storage.StorageUnavailableException;
import org.educationcities.storage.json.MemoryFolder;

/**
 * A folder of the JSON storage that somebody changed. It opens, and then opens again with the same
 * in it, or says why not.
 */
final class JsonStoreFolder implements Target {
  private static final String TYPE = "learner";
  private static final Set<EntityType> TYPES = Set.of(new EntityType(TYPE, Map.of()));
  private static final String PAYLOAD =
      "{\"name\":\"" + Canary.NAME + "\",\"born\":\"" + Canary.DAY + "\"}";

  @Override
  public void read(byte[] input) {
    MemoryFolder folder = new MemoryFolder();
    FileSet.split(input).forEach((name, bytes) -> folder.put(name.replace("--", "/"), bytes));
    List<Entity> first;
    try (Storage storage = folder.open(TYPES)) {
      first = all(storage);
    } catch (StorageUnavailableException declared) {
      Canary.isNotIn(declared);
      return;
    }
    try (Storage storage = folder.open(TYPES)) {
      if (!all(storage).equals(first)) {
        throw new AssertionError("What was opened is not what was kept.");
      }
    }
  }

  private static List<Entity> all(Storage storage) {
    return storage.inTransaction(
        Space.DEFAULT, each -> each.query(Query.over(TYPE).build()).entities());
  }

  @Override
  public List<byte[]> seeds() {
    String entity = MemoryFolder.text(TYPE, "l1", PAYLOAD);
    Map<String, byte[]> filed = new TreeMap<>();
    filed.put("format", bytes("education-cities json 1\n"));
    filed.put("versions", bytes("4711\n"));
    filed.put(MemoryFolder.path(TYPE, "l1").replace("/", "--"), bytes(entity));
    Map<String, byte[]> unfiled = new TreeMap<>();
    unfiled.put("format", bytes("education-cities json 1\n"));
    unfiled.put("journal", record(entity));
    return List.of(FileSet.joined(filed), FileSet.joined(unfiled));
  }

  /** A whole record of the journal, as the storage writes one. */
  static byte[] record(String body) {
    CRC32 sum = new CRC32();
    sum.update(bytes(body));
    return bytes(
        "commit "
            + bytes(body).length
            + " "
            + String.format(Locale.ROOT, "%08x", sum.getValue())
            + "\n"
            + body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
