/** Storage in memory: the reference. */
module org.educationcities.storage.memory {
  requires static org.jspecify;
  requires transitive org.educationcities.spi;

  exports org.educationcities.storage.memory;

  provides org.educationcities.spi.Plugin with
      org.educationcities.storage.memory.MemoryPlugin;
}
