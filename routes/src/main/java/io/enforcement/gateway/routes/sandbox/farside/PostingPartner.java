package io.enforcement.gateway.routes.sandbox.farside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.SoapVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Any partner that posts to the gateway: signed documents over HTTP, or envelopes with a
 * UsernameToken over SOAP, as the partner's own software would make them. Safe for several threads.
 */
public final class PostingPartner {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String OUTBOX = "/api/v1/outbox";
  private static final String QUERIES = "/api/v1/queries";
  private static final int MOST_AGAIN = 20;
  private static final byte[] NONE = {};
  private static final byte[] REFUSED =
      "{\"outcome\":\"REFUSED\",\"reason\":\"refused\"}".getBytes(UTF_8);
  private static final byte[] ACCEPTED = "{\"outcome\":\"ACCEPTED\"}".getBytes(UTF_8);
  private static final HttpResponse.BodyHandler<byte[]> BYTES =
      HttpResponse.BodyHandlers.ofByteArray();
  private static final String ENVELOPE =
      """
      <s:Envelope xmlns:s="%s"><s:Header>\
      <MessageId xmlns="urn:enforcement:soap:v1">%s</MessageId>\
      <w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">\
      <w:UsernameToken><w:Username>%s</w:Username>\
      <w:Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest">%s</w:Password>\
      <w:Nonce>%s</w:Nonce>\
      <u:Created xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">%s</u:Created>\
      </w:UsernameToken></w:Security></s:Header><s:Body>%s</s:Body></s:Envelope>""";

  private final HttpClient client;
  private final URI gateway;
  private final String partner;
  private final Secret secret;
  private final Proof proof;
  private final SignedPost signed;

  /** One that proves itself in the gateway's own way. */
  public PostingPartner(URI gateway, String partner, Secret secret) {
    this(gateway, partner, secret, HttpClients.plain());
  }

  /**
   * The same.
   *
   * @param client what calls
   */
  public PostingPartner(URI gateway, String partner, Secret secret, HttpClient client) {
    this(gateway, partner, secret, Proof.of(Proof.Profile.GATEWAY, partner, secret), client);
  }

  /**
   * @param secret for envelopes
   * @param proof of everything else
   * @param client what calls
   */
  public PostingPartner(
      URI gateway, String partner, Secret secret, Proof proof, HttpClient client) {
    this.client = client;
    this.gateway = gateway;
    this.partner = partner;
    this.secret = secret;
    this.proof = proof;
    signed = new SignedPost(gateway, proof, client);
  }

  /**
   * The gateway's answer.
   *
   * @param status HTTP status; 0 when there was no answer
   * @param rule the first rule that a refusal names, or empty
   */
  public record Answer(int status, String rule) {

    private static final Pattern RULE = Pattern.compile("<(?:\\w+:)?rule>([^<]{1,100})<");
    private static final Answer NONE = new Answer(0, "");

    /** What the gateway's HTTP doors say. */
    static Answer of(int status, JsonNode body) {
      String only = body.path("rule").asString("");
      return new Answer(
          status, only.isEmpty() ? body.path("findings").path(0).path("rule").asString("") : only);
    }

    /** What its SOAP door says. */
    static Answer of(int status, byte[] body) {
      String text = new String(body, UTF_8);
      Matcher rule = RULE.matcher(text);
      return new Answer(status, rule.find() ? rule.group(1) : "");
    }
  }

  /** What the gateway says to a signed document, once it is not too busy to say it. */
  public Answer post(String exchange, String key, String contentType, byte[] body)
      throws InterruptedException {
    HousingDepartment.Message message =
        new HousingDepartment.Message(key, exchange, contentType, key, body);
    SignedPost.Reply reply = signed.send(message);
    for (int again = 0; again < MOST_AGAIN && reply.status() == 429; again++) {
      Thread.sleep(Math.max(reply.retryAfterMillis(), 100));
      reply = signed.send(message);
    }
    return Answer.of(reply.status(), reply.body());
  }

  /**
   * What the gateway says to a question.
   *
   * @param status HTTP status; 0 when there was no answer
   */
  public record Told(int status, byte[] body) {}

  /** Asks by a query of the standard as XML. */
  public Told ask(byte[] query) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(QUERIES))
            .timeout(PATIENCE)
            .header("Content-Type", "application/xml");
    proof.of("POST", QUERIES, null, query).forEach(request::header);
    try {
      HttpResponse<byte[]> response =
          client.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(query)).build(), BYTES);
      return new Told(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Told(0, NONE);
    }
  }

  /** The same for a document in an envelope of SOAP 1.1. */
  public Answer call(String key, byte[] document) throws InterruptedException {
    return call(envelope(SoapVersion.V1_1, key, document));
  }

  /** The same for an envelope of SOAP 1.1. */
  public Answer call(byte[] envelope) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/soap/v1/" + partner))
            .timeout(PATIENCE)
            .header("Content-Type", SoapVersion.V1_1.contentType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(envelope))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BYTES);
      return Answer.of(response.statusCode(), response.body());
    } catch (IOException e) {
      return Answer.NONE;
    }
  }

  /**
   * Fetches what waits for the partner, has it kept and acknowledges it.
   *
   * @param keeper who keeps it, once per key
   * @return how many deliveries there were
   */
  public int fetch(Platform keeper) throws InterruptedException {
    try {
      HttpResponse<byte[]> listing = client.send(signed("GET", OUTBOX, "limit=64", NONE), BYTES);
      int fetched = 0;
      for (JsonNode item : Json.MAPPER.readTree(listing.body()).path("items")) {
        String key = item.path("deliveryKey").asString("");
        byte[] content = Base64.getDecoder().decode(item.path("content").asString(""));
        boolean kept = keeper.take(key, content);
        String path = OUTBOX + "/" + key + "/acknowledgement";
        client.send(signed("POST", path, null, kept ? ACCEPTED : REFUSED), BYTES);
        fetched++;
      }
      return fetched;
    } catch (IOException e) {
      return 0;
    }
  }

  private HttpRequest signed(String method, String path, String query, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(query == null ? path : path + "?" + query))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json");
    proof.of(method, path, query, body).forEach(request::header);
    return request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build();
  }

  /** A document in an envelope with a token that works once. */
  public byte[] envelope(SoapVersion version, String key, byte[] document) {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    String created = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    String payload = new String(document, UTF_8).replaceFirst("^\\s*<\\?xml[^>]*\\?>", "");
    return ENVELOPE
        .formatted(
            version.namespace(),
            key,
            partner,
            base64(sha1(nonce, created.getBytes(UTF_8), secret.bytes())),
            base64(nonce),
            created,
            payload.strip())
        .getBytes(UTF_8);
  }

  private static byte[] sha1(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
