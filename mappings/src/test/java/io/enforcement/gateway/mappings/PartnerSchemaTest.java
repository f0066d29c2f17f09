package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.SAXException;

/**
 * A partner that lays an XSD into its folder is held to it by a reader that knows nothing of ours:
 * every good sample of that vocabulary, in and out, is what the partner's own validator accepts.
 */
class PartnerSchemaTest {

  @TestFactory
  Stream<DynamicTest> everyGoodSampleFollowsThePartnersOwnSchema() throws IOException {
    try (Stream<Path> files =
        Files.find(PartnerFolder.SOURCES, 2, (p, a) -> p.toString().endsWith(".xsd"))) {
      return files.sorted().toList().stream().flatMap(PartnerSchemaTest::samples);
    }
  }

  private static Stream<DynamicTest> samples(Path xsd) {
    Schema schema = schema(xsd);
    String namespace = text(xsd).replaceFirst("(?s).*targetNamespace=\"([^\"]+)\".*", "$1");
    Path twin = PartnerFolder.TWINS.resolve(xsd.getParent().getFileName());
    List<Path> documents = documents(twin, namespace);
    assertThat(documents).as("samples that speak %s", namespace).isNotEmpty();
    return documents.stream()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    PartnerFolder.TWINS.relativize(document).toString(),
                    () -> validate(schema, text(document))));
  }

  /** XML that was written for the partner, or that it sent and we took. */
  private static List<Path> documents(Path twin, String namespace) {
    try (Stream<Path> files =
        Files.find(twin, 9, (p, a) -> p.toString().matches(".*\\.(in|out)\\.xml"))) {
      return files
          .filter(file -> text(file).contains("xmlns=\"" + namespace + "\""))
          .filter(file -> !Files.exists(refusal(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path refusal(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replaceFirst("\\.(in|out)\\.xml$", ".rejected.txt"));
  }

  private static void validate(Schema schema, String document) throws SAXException, IOException {
    schema.newValidator().validate(new StreamSource(new StringReader(document)));
  }

  private static Schema schema(Path xsd) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      return factory.newSchema(xsd.toFile());
    } catch (SAXException e) {
      throw new AssertionError(xsd + " is no schema", e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
