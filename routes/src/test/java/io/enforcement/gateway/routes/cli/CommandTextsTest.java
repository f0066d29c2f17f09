package io.enforcement.gateway.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Whoever asks a command for help is told in words what it does, in both languages. */
class CommandTextsTest {

  private final Locale usual = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(usual);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyCommandAndOptionSaysWhatItIsFor(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));

    List<CommandLine> commands = all(new CommandLine(new EnforcementGateway())).toList();

    assertThat(commands).hasSizeGreaterThan(15);
    for (CommandLine command : commands) {
      String name = command.getCommandSpec().qualifiedName();
      assertThat(command.getCommandSpec().usageMessage().description())
          .as(name)
          .isNotEmpty()
          .allMatch(text -> speaks(text, language));
      assertThat(command.getCommandSpec().findOption("help")).as(name + " --help").isNotNull();
      for (ArgSpec argument : command.getCommandSpec().args()) {
        assertThat(argument.description())
            .as(name + " " + argument)
            .isNotEmpty()
            .allMatch(text -> !text.isBlank());
      }
    }
  }

  private static boolean speaks(String text, String language) {
    return text.chars().anyMatch(c -> Character.isIdeographic(c)) == language.equals("zh");
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandTextsTest::all));
  }
}
