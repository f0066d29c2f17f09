package io.enforcement.gateway.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.peer.Peer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.wsdl.Binding;
import javax.wsdl.Definition;
import javax.wsdl.Message;
import javax.wsdl.Operation;
import javax.wsdl.Port;
import javax.wsdl.WSDLException;
import javax.wsdl.factory.WSDLFactory;
import javax.wsdl.xml.WSDLReader;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as others understand it: wsdl4j reads it, zeep calls by nothing else. */
class WsdlTest {

  private static final String NS = LinkageService.OWN;

  /** Debian's own, where its package python3-zeep lands; another may come first on the path. */
  private static final String PYTHON = "/usr/bin/python3";

  @Test
  void anotherReaderFindsEveryOperationInBothVersions() throws IOException, WSDLException {
    Definition definition;
    try (var service = new LinkageService()) {
      definition = read(service.wsdl());
    }
    var service = definition.getService(new QName(NS, "Linkage"));
    assertThat(service.getPorts()).containsOnlyKeys("LinkageSOAP11", "LinkageSOAP12");
    for (Object port : service.getPorts().values()) {
      Binding binding = ((Port) port).getBinding();
      assertThat(binding.isUndefined()).isFalse();
      assertThat(binding.getBindingOperations()).hasSize(2);
    }
    Operation operation =
        definition.getPortType(new QName(NS, "Linkage")).getOperation("移送公安", null, null);
    assertThat(element(operation.getInput().getMessage(), "payload"))
        .isEqualTo(new QName(LinkageService.EVENTS, "移送公安"));
    assertThat(element(operation.getOutput().getMessage(), "result"))
        .isEqualTo(new QName(NS, "result"));
    assertThat(element(operation.getFault("findings").getMessage(), "findings"))
        .isEqualTo(new QName(NS, "findings"));
  }

  @Test
  void declaresPayloadsWithoutSchemaItself() throws WSDLException {
    Wsdl wsdl =
        wsdl(
            operation("a", new QName(NS, "a")),
            operation("b", new QName("urn:other", "b")),
            operation("c", new QName("c")));

    assertThat(read(wsdl).getMessages()).hasSize(6);
    assertThat(wsdl.toBytes())
        .asString(StandardCharsets.UTF_8)
        .contains("<xsd:element name=\"b\" type=\"xsd:anyType\"/>");
  }

  @Test
  void refusesWhatNoClientCouldTellApart() {
    QName payload = new QName(NS, "a");
    Wsdl.Operation a = operation("a", payload);
    assertThatIllegalArgumentException().isThrownBy(() -> wsdl());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wsdl(a, operation("a", new QName(NS, "b"))));
    assertThatIllegalArgumentException().isThrownBy(() -> wsdl(a, operation("b", payload)));
    assertThatIllegalArgumentException().isThrownBy(() -> wsdl(operation("a b", payload)));
    assertThatIllegalArgumentException().isThrownBy(() -> wsdl(operation("", payload)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wsdl(new Wsdl.Operation("a", payload, Optional.of("a.xsd"))));
  }

  @Test
  @Peer(
      value = "python3-zeep",
      program = PYTHON,
      with = {"-c", "import zeep"})
  void aClientThatIsNotOursCallsByTheContractAlone() throws Exception {
    Run run;
    try (var service = new LinkageService()) {
      run =
          run(
              PYTHON,
              "src/test/resources/soap/zeep_client.py",
              service.address() + "/soap.wsdl",
              LinkageService.NAME,
              "police",
              LinkageService.SECRET.reveal());
    }
    assertThat(run.status()).as(run.output()).isZero();
    JsonNode told = JsonMapper.shared().readTree(run.output());
    for (Map.Entry<String, String> version : Map.of("1.1", "Client", "1.2", "Sender").entrySet()) {
      JsonNode calls = told.get(version.getKey());
      assertThat(calls.get("taken").toString())
          .isEqualTo(
              "{\"code\":\"0\",\"message\":\"收到\",\"messageId\":\"k-1\","
                  + "\"digest\":\"{urn:invented:linkage}移送公安\"}");
      assertThat(calls.get("other").get("messageId").asString()).isEqualTo("k-2");
      JsonNode wrong = calls.get("wrong");
      assertThat(wrong.get("fault").asString()).endsWith(version.getValue());
      assertThat(wrong.get("reason").asString()).startsWith("报文有 1 处错误");
      assertThat(wrong.get("detail").toString())
          .isEqualTo("[\"case.number\",\"/移送公安/案号\",\"a number <like 1>\",\"补齐案号\"]");
      assertThat(calls.get("stranger").get("reason").asString()).startsWith("未认证");
    }
  }

  private record Run(int status, String output) {}

  private static Run run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    builder.environment().put("PYTHONUTF8", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private static Definition read(Wsdl wsdl) throws WSDLException {
    WSDLReader reader = WSDLFactory.newInstance().newWSDLReader();
    reader.setFeature("javax.wsdl.verbose", false);
    reader.setFeature("javax.wsdl.importDocuments", false);
    return reader.readWSDL("", new InputSource(new ByteArrayInputStream(wsdl.toBytes())));
  }

  private static QName element(Message message, String part) {
    return message.getPart(part).getElementName();
  }

  private static Wsdl.Operation operation(String name, QName payload) {
    return new Wsdl.Operation(name, payload, Optional.empty());
  }

  private static Wsdl wsdl(Wsdl.Operation... operations) {
    return new Wsdl("Linkage", NS, "http://127.0.0.1/soap", List.of(operations));
  }
}
