package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.SoapVersion;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One partner's desk for the gateway's SOAP service, in one version of SOAP. */
final class SoapDesk {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final PostingPartner partner;
  private final SoapVersion version;

  SoapDesk(URI gateway, String partner, Secret secret, SoapVersion version) {
    this.service = gateway.resolve("/soap/v1/" + partner);
    this.partner = new PostingPartner(gateway, partner, secret);
    this.version = version;
  }

  /** What came back: an HTTP status, a media type and an envelope. */
  record Answer(HttpResponse<byte[]> response) {

    int status() {
      return response.statusCode();
    }

    String type() {
      return header("Content-Type");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** Namespace of the envelope. */
    String envelope() {
      return root().getNamespaceURI();
    }

    /** The texts of all elements of this local name. */
    List<String> all(String name) {
      NodeList found = root().getElementsByTagNameNS("*", name);
      return IntStream.range(0, found.getLength())
          .mapToObj(i -> found.item(i).getTextContent())
          .toList();
    }

    private Element root() {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      try {
        return factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(response.body()))
            .getDocumentElement();
      } catch (SAXException | IOException | ParserConfigurationException e) {
        throw new AssertionError("no XML: " + text(), e);
      }
    }
  }

  /** Calls an operation: the element of the document. */
  Answer calls(String key, String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    return posts(partner.envelope(version, key, bytes));
  }

  /** Posts just these bytes, as a message of the desk's version. */
  Answer posts(byte[] envelope) {
    HttpRequest request =
        HttpRequest.newBuilder(service)
            .timeout(PATIENCE)
            .header("Content-Type", version.contentType())
            .POST(BodyPublishers.ofByteArray(envelope))
            .build();
    try {
      return new Answer(client.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
