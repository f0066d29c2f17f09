package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.declarative.language.Fault;
import io.enforcement.gateway.mappings.declarative.language.MappingLanguage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The code lists of one partner's folder, read when they are first used. Any thread. */
final class CodeLists {

  private final Function<String, String> resource;
  private final Map<String, PartnerCodes> lists = new ConcurrentHashMap<>();
  private final Map<String, PartnerCodes> reversed = new ConcurrentHashMap<>();

  CodeLists(Function<String, String> resource) {
    this.resource = resource;
  }

  /**
   * @throws IllegalStateException when there is no such list: a fault of ours
   */
  PartnerCodes of(JsonNode name) {
    return of(name.asText());
  }

  /** The list read from right to left. */
  PartnerCodes back(JsonNode name) {
    return reversed.computeIfAbsent(name.asText(), n -> of(n).reversed());
  }

  /** What the value means; the other value when the list has no row for it. */
  JsonNode or(JsonNode name, String value, JsonNode otherwise) {
    return value == null
        ? NullNode.instance
        : of(name).to(value).map(Values::text).orElse(otherwise);
  }

  /** What is wrong with a list that a mapping names. */
  Optional<Fault> wrong(String name) {
    String file = name + ".csv";
    if (!MappingLanguage.isFileName(name) || resource.apply(file) == null) {
      return Optional.of(Fault.of("code-list.missing", file));
    }
    return wrong(() -> of(name), Fault.of("code-list.damaged", file));
  }

  /** The same for one that is read from right to left. */
  Optional<Fault> wrongBack(String name) {
    Fault ambiguous = Fault.of("code-list.ambiguous", name + ".csv");
    return wrong(name).or(() -> wrong(() -> of(name).reversed(), ambiguous));
  }

  private static Optional<Fault> wrong(Runnable use, Fault fault) {
    try {
      use.run();
      return Optional.empty();
    } catch (IllegalStateException | IllegalArgumentException e) {
      return Optional.of(fault);
    }
  }

  private PartnerCodes of(String name) {
    PartnerCodes list = lists.get(name);
    return list == null ? read(name) : list;
  }

  private PartnerCodes read(String name) {
    if (!MappingLanguage.isFileName(name)) {
      throw new IllegalStateException("a mapping asks for what is no code list");
    }
    return lists.computeIfAbsent(name, n -> PartnerCodes.of(n, Mapping.file(resource, n + ".csv")));
  }
}
