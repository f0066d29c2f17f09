package io.enforcement.gateway.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the operations guide tells an operator to type is what the program understands. */
class OperationsGuideTest {

  private static final Path GUIDE = Path.of("../docs/operations.md");
  private static final Path VERIFIER = Path.of("src/verifier/verify_audit.py");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  /** A value that stands for another: ID, FILE, …, {@code <export>}, "…". */
  private static final Pattern PLACE = Pattern.compile("[A-Z]+…?|…|<.*>|\".*\"");

  private static final String SOME_ID = "0192f0c0-0000-7000-8000-000000000001";

  private final CommandLine program =
      new CommandLine(new EnforcementGateway()).setCaseInsensitiveEnumValuesAllowed(true);

  @Test
  void everyCommandLineIsUnderstood() {
    List<String> lines = commandLines();

    assertThat(lines).hasSizeGreaterThan(30);
    for (String line : lines) {
      assertThatCode(() -> parse(line)).as(line).doesNotThrowAnyException();
    }
  }

  @Test
  void whatTheProgramDoesNotKnowIsFound() {
    assertThatCode(() -> parse("replay aprove JOB")).isInstanceOf(AssertionError.class);
    assertThatCode(() -> parse("deadlines told ID --why TEXT")).isInstanceOf(Exception.class);
    assertThatCode(() -> parse("parked decide ID")).isInstanceOf(Exception.class);
  }

  @Test
  void everyOptionThatStandsAloneIsOneOfSomeCommand() {
    Set<String> known = new TreeSet<>();
    options(program, known);
    assertThat(spans().filter(span -> span.startsWith("--")).map(span -> span.split(" ")[0]))
        .isNotEmpty()
        .allSatisfy(option -> assertThat(known).contains(option));
  }

  @Test
  void everyOptionOfTheVerifierIsOneOfTheScript() throws IOException {
    String script = Files.readString(VERIFIER);
    List<String> options =
        guide()
            .lines()
            .flatMap(line -> Arrays.stream(line.split("(?=verify_audit\\.py)")))
            .filter(line -> line.startsWith("verify_audit.py"))
            .map(line -> line.replaceFirst("[`#].*", ""))
            .flatMap(line -> OPTION.matcher(line).results().map(MatchResult::group))
            .distinct()
            .toList();

    assertThat(options)
        .hasSizeGreaterThan(2)
        .allSatisfy(option -> assertThat(script).contains('"' + option + '"'));
  }

  private static void options(CommandLine command, Set<String> known) {
    command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
    command.getSubcommands().values().forEach(each -> options(each, known));
  }

  /** A line of the log or a word of a table may begin like a command. */
  private List<String> commandLines() {
    return spans()
        .filter(span -> program.getSubcommands().containsKey(span.split(" ")[0]))
        .filter(span -> !span.endsWith(": …"))
        .flatMap(OperationsGuideTest::alternatives)
        .distinct()
        .toList();
  }

  /** {@code a b | c} is two lines, and so is {@code a [--b | --c]}. */
  private static Stream<String> alternatives(String span) {
    String[] parts = span.replaceAll("[\\[\\]]", "").split(" \\| ");
    String first = parts[0];
    String command =
        parts.length > 1 && parts[1].startsWith("--")
            ? first.replaceFirst(" --.*", "")
            : first.substring(0, Math.max(0, first.lastIndexOf(' ')));
    return Stream.concat(
        Stream.of(first), Arrays.stream(parts).skip(1).map(other -> command + " " + other));
  }

  private void parse(String line) {
    List<String> words = Arrays.stream(line.split(" ")).collect(Collectors.toList());
    CommandLine command = program;
    List<String> arguments = new ArrayList<>();
    while (!words.isEmpty() && !isArgument(words.get(0), command)) {
      String name = words.remove(0);
      assertThat(command.getSubcommands()).as(line).containsKey(name);
      command = command.getSubcommands().get(name);
      arguments.add(name);
    }
    if (!words.isEmpty()) {
      arguments.addAll(filled(words, command));
      program.parseArgs(arguments.toArray(String[]::new));
    }
  }

  private static boolean isArgument(String word, CommandLine command) {
    return word.startsWith("-")
        || word.contains("|")
        || PLACE.matcher(word).matches()
        || command.getSubcommands().isEmpty();
  }

  private static List<String> filled(List<String> words, CommandLine command) {
    List<String> filled = new ArrayList<>();
    OptionSpec awaiting = null;
    for (String word : words) {
      boolean isOption = OPTION.matcher(word).matches();
      if (isOption && awaiting != null) {
        filled.add(sample(awaiting));
      }
      if (isOption) {
        filled.add(word);
        OptionSpec option = command.getCommandSpec().findOption(word);
        awaiting = option != null && option.arity().max() > 0 ? option : null;
      } else {
        boolean place = PLACE.matcher(word).matches() || word.startsWith("\"");
        String value = place ? sample(awaiting) : word.replaceFirst("\\|.*", "");
        filled.add(value);
        awaiting = null;
      }
    }
    if (awaiting != null) {
      filled.add(sample(awaiting));
    }
    return filled;
  }

  private static String sample(OptionSpec option) {
    Class<?> type = option == null ? String.class : option.type();
    if (type.isEnum()) {
      return type.getEnumConstants()[0].toString();
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "1";
    }
    return SOME_ID;
  }

  private static Stream<String> spans() {
    return CODE.matcher(guide()).results().map(match -> match.group(1));
  }

  private static String guide() {
    try {
      return Files.readString(GUIDE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
