package io.enforcement.gateway.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The guide for integrators says the same in both languages, and names commands that exist. */
class PartnerGuideTest {

  private static final Path ENGLISH = Path.of("../docs/partners.md");
  private static final Path CHINESE = Path.of("../docs/partners.zh-CN.md");
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(partner [a-z-]+|translate|conformance)\\b(?=.*(?: --|/| water))");

  @Test
  void hasTheSameHeadingsAndTablesInBothLanguages() throws IOException {
    assertThat(shape(CHINESE)).isEqualTo(shape(ENGLISH)).hasSizeGreaterThan(40);
  }

  @Test
  void hasTheSameCommandsInBothLanguages() throws IOException {
    assertThat(commands(CHINESE)).isEqualTo(commands(ENGLISH)).hasSizeGreaterThan(15);
  }

  @Test
  void namesTheSameWordsOfTheProgramInBothLanguages() throws IOException {
    assertThat(words(CHINESE)).isEqualTo(words(ENGLISH)).hasSizeGreaterThan(60);
  }

  @Test
  void namesCommandsThatExist() throws IOException {
    CommandLine program = new CommandLine(new EnforcementGateway());
    for (String line : commands(ENGLISH)) {
      COMMAND
          .matcher(line)
          .results()
          .map(MatchResult::group)
          .forEach(
              name -> {
                CommandLine command = program;
                for (String step : name.split(" ")) {
                  command = command.getSubcommands().get(step);
                  assertThat(command).as(name).isNotNull();
                }
                CommandLine named = command;
                Pattern.compile("--[a-z-]+")
                    .matcher(line.replaceFirst("#.*", ""))
                    .results()
                    .map(MatchResult::group)
                    .forEach(
                        option ->
                            assertThat(named.getCommandSpec().findOption(option))
                                .as(name + " " + option)
                                .isNotNull());
              });
    }
  }

  /** Levels of headings, and for each row of a table what its first cell is, where it is code. */
  private static List<String> shape(Path guide) throws IOException {
    List<String> shape = new ArrayList<>();
    boolean inCode = false;
    for (String line : Files.readAllLines(guide)) {
      inCode ^= line.startsWith("```");
      if (!inCode && line.startsWith("#")) {
        shape.add(line.replaceFirst("[^#].*", ""));
      } else if (line.startsWith("| `")) {
        shape.add(line.substring(0, line.indexOf('|', 1)).strip());
      } else if (line.startsWith("|") || line.startsWith("- ")) {
        shape.add(line.substring(0, 1));
      }
    }
    return shape;
  }

  /** What is to be typed, without what is said beside it. */
  private static List<String> commands(Path guide) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inCode = false;
    for (String line : Files.readAllLines(guide)) {
      inCode ^= line.startsWith("```");
      if (inCode
          && line.matches("(partner|translate|conformance|curl|export|python3|zip|ADMIN).*")
          && !line.startsWith("partner.yaml")) {
        commands.add(line.replaceFirst("\\s+#.*", ""));
      }
    }
    return commands;
  }

  private static List<String> words(Path guide) throws IOException {
    return CODE.matcher(Files.readString(guide))
        .results()
        .map(MatchResult::group)
        .filter(word -> word.matches("`[a-z/-].*"))
        .distinct()
        .sorted()
        .toList();
  }
}
