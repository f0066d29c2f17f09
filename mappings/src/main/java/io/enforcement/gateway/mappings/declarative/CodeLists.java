package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.declarative.language.MappingLanguage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
  Optional<String> wrong(String name) {
    return wrong(name, list -> {});
  }

  /** The same for one that is read from right to left. */
  Optional<String> wrongBack(String name) {
    return wrong(name, PartnerCodes::reversed);
  }

  private Optional<String> wrong(String name, Consumer<PartnerCodes> use) {
    try {
      if (!MappingLanguage.isFileName(name) || resource.apply(name + ".csv") == null) {
        return Optional.of("the folder has no code list " + name + ".csv");
      }
      use.accept(of(name));
      return Optional.empty();
    } catch (IllegalStateException | IllegalArgumentException e) {
      return Optional.of("code list " + name + ".csv: " + e.getMessage());
    }
  }

  private PartnerCodes of(String name) {
    if (!MappingLanguage.isFileName(name)) {
      throw new IllegalStateException("a mapping asks for what is no code list");
    }
    return lists.computeIfAbsent(name, n -> PartnerCodes.of(n, Mapping.file(resource, n + ".csv")));
  }
}
