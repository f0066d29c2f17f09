package io.enforcement.gateway.routes.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.enforcement.gateway.routes.partner.Selector;
import io.enforcement.gateway.standards.dictionary.Label;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What stands in the file of a kind; unknown words are refused. */
record KindFile(
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) Label name,
    String basis,
    boolean restricted,
    @JsonProperty("opens_to_follow") boolean opensToFollow,
    @JsonProperty(required = true) Map<String, List<String>> roles,
    @JsonProperty(required = true) Map<String, List<String>> keys,
    Map<String, List<String>> shared,
    Map<String, List<String>> letters,
    Map<String, List<String>> answers,
    Map<String, List<String>> days,
    @JsonProperty(required = true) LinkedHashMap<String, StateEntry> states,
    @JsonProperty(required = true) List<MoveEntry> moves,
    List<PauseEntry> pauses,
    List<ExtensionEntry> extensions,
    List<OvertakingEntry> overtaken) {

  private static final String STAYS = "same";
  private static final String BY_PARTY = "+parties";

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  record StateEntry(String zh, String en, String owner) {}

  record MoveEntry(
      List<String> from,
      @JsonProperty(required = true) String record,
      String list,
      String when,
      Map<String, String> where,
      String another,
      String within,
      String each,
      @JsonProperty(required = true) String to) {}

  record PauseEntry(
      Set<String> rules,
      String record,
      String list,
      String when,
      String from,
      String until,
      @JsonProperty("until_when") String untilWhen,
      String days) {}

  record ExtensionEntry(
      Set<String> rules,
      String record,
      String list,
      String when,
      @JsonProperty(required = true) String granted,
      String until) {}

  record OvertakingEntry(Set<String> rules, String record, String when) {}

  /**
   * @throws IllegalArgumentException when it is not as it should be; names the file
   */
  static Kind read(String file, byte[] yaml) {
    try {
      return YAML.readValue(yaml, KindFile.class).toKind();
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private Kind toKind() {
    Map<String, Kind.State> named = new LinkedHashMap<>();
    states.forEach(
        (state, entry) ->
            named.put(
                state, new Kind.State(state, new Label(entry.zh(), entry.en()), entry.owner())));
    return new Kind(
        kind,
        name,
        basis,
        restricted,
        opensToFollow,
        mapped(roles, KindFile::field),
        mapped(keys, KindFile::key),
        shared == null ? Map.of() : mapped(shared, KindFile::key),
        letters == null ? Map.of() : mapped(letters, KindFile::key),
        answers == null ? Map.of() : mapped(answers, KindFile::key),
        days == null ? Map.of() : days,
        named,
        moves.stream().map(KindFile::move).toList(),
        pauses == null ? List.of() : pauses.stream().map(KindFile::pause).toList(),
        extensions == null ? List.of() : extensions.stream().map(KindFile::extension).toList(),
        overtaken == null
            ? List.of()
            : overtaken.stream()
                .map(o -> new Kind.Overtaking(o.rules(), o.record(), Selector.of(o.when())))
                .toList());
  }

  private static <T> Map<String, List<T>> mapped(
      Map<String, List<String>> texts, Function<String, T> read) {
    Map<String, List<T>> values = new LinkedHashMap<>();
    texts.forEach((name, list) -> values.put(name, list.stream().map(read).toList()));
    return values;
  }

  private static Kind.RecordField field(String text) {
    int dot = text.indexOf('.');
    return new Kind.RecordField(text.substring(0, dot), text.substring(dot + 1));
  }

  private static Kind.KeyPath key(String text) {
    boolean byParty = text.endsWith(BY_PARTY);
    String path = byParty ? text.substring(0, text.length() - BY_PARTY.length()) : text;
    int at = path.indexOf('@');
    return at < 0
        ? new Kind.KeyPath(path, null, byParty)
        : new Kind.KeyPath(path.substring(0, at), path.substring(at + 1), byParty);
  }

  private static Kind.Move move(MoveEntry entry) {
    return new Kind.Move(
        entry.from() == null ? Set.of() : Set.copyOf(entry.from()),
        entry.record(),
        entry.list(),
        Selector.of(entry.when()),
        entry.where() == null ? Map.of() : entry.where(),
        entry.another(),
        entry.within(),
        entry.each() == null ? null : Selector.of(entry.each()),
        entry.to().equals(STAYS) ? null : entry.to());
  }

  private static Kind.Pause pause(PauseEntry entry) {
    return new Kind.Pause(
        entry.rules(),
        entry.record(),
        entry.list(),
        Selector.of(entry.when()),
        entry.from(),
        entry.until(),
        entry.untilWhen() == null ? null : Selector.of(entry.untilWhen()),
        entry.days());
  }

  private static Kind.Extension extension(ExtensionEntry entry) {
    return new Kind.Extension(
        entry.rules(),
        entry.record(),
        entry.list(),
        Selector.of(entry.when()),
        entry.granted(),
        entry.until());
  }
}
