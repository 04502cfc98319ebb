/** A host that embeds the library, on the module path. */
module org.educationcities.examples.first {
  requires org.educationcities;
  requires org.educationcities.storage.memory;
}
