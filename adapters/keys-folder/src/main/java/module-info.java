/** A key source in a folder that only its owner can read. */
module org.educationcities.keys.folder {
  requires static org.jspecify;
  requires transitive org.educationcities.spi;

  exports org.educationcities.keys.folder;

  provides org.educationcities.spi.Plugin with
      org.educationcities.keys.folder.FolderPlugin;
}
