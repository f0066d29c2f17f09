package io.enforcement.gateway.routes.province.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way from a record's XML to its JSON twin leads where the long one does. */
class RecordTreeTest {

  private static final Path SAMPLES =
      Path.of("../standards/src/main/resources/standards/v1/samples");

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isTheTwinOfWhatTheGatewayWrote(Path sample) throws IOException {
    StandardRecord record = record(sample);
    RecordType kind = kind(record.getClass().getSimpleName());

    assertThat(RecordTree.read(StandardXml.write(record), kind).toString())
        .isEqualTo(new String(StandardJson.write(record), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<this/>",
        "<Inspection>",
        "<Inspection><unheardOf/></Inspection>",
        "<Inspection><revision><deep/></revision></Inspection>",
        "<Inspection>text</Inspection>"
      })
  void whatIsNoRecordOfTheKindIsNotRead(String xml) {
    assertThatThrownBy(
            () -> RecordTree.read(xml.getBytes(StandardCharsets.UTF_8), kind("Inspection")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void thereAreSamplesOfManyKinds() throws IOException {
    assertThat(samples()).hasSizeGreaterThan(100);
  }

  private static RecordType kind(String name) {
    return Dictionary.v1().record(name).orElseThrow();
  }

  private static StandardRecord record(Path sample) throws IOException {
    byte[] bytes = Files.readAllBytes(sample);
    String type = sample.getParent().getFileName().toString();
    return sample.toString().endsWith(".xml")
        ? StandardXml.read(bytes)
        : StandardJson.read(bytes, RecordTypes.of(type).orElseThrow());
  }
}
