package org.educationcities.examples.cityinabox;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.educationcities.examples.cityinabox.seattle.Dirt;
import org.educationcities.report.ImportNote;
import org.educationcities.report.SourceNote;

/**
 * What was read, and what is told about it.
 *
 * @param title the report's
 * @param locale the language of the pages
 * @param data everything that the files tell
 * @param generatedCities the ids of cities whose schools were generated
 * @param imports what each file gave, and what could not be taken
 * @param sources where the facts come from
 * @param findings in Seattle's lists; empty for a city's own files
 */
record Input(
    String title,
    Locale locale,
    CityData data,
    Set<String> generatedCities,
    List<ImportNote> imports,
    List<SourceNote> sources,
    List<Dirt> findings) {
  Input {
    generatedCities = Set.copyOf(generatedCities);
    imports = ImmutableList.copyOf(imports);
    sources = ImmutableList.copyOf(sources);
    findings = ImmutableList.copyOf(findings);
  }
}
