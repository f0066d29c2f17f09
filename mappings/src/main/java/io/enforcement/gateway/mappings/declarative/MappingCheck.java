package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.mappings.declarative.language.MappingProblem;
import java.util.List;
import java.util.function.Function;

/** Looks through the mapping files of a partner's folder before anybody uses them. Pure. */
public final class MappingCheck {

  private MappingCheck() {}

  /**
   * Everything that is wrong with a mapping and with the files it imports: syntax, names,
   * arguments, patterns, code lists and dates written into it, recursion. A mapping without
   * problems is one that {@link DataOnlyToStandard} and {@link DataOnlyFromStandard} take.
   *
   * @param file name of the mapping, for the problems
   * @param folder a file of the partner's folder by its name, or null when there is none
   * @return in the order of files and lines; empty if sound
   */
  public static List<MappingProblem> of(String file, String text, Function<String, String> folder) {
    return new GatewayFunctions(folder).language().problems(file, text);
  }
}
