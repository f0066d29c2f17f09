package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.connectors.http.HttpLink;
import io.enforcement.gateway.connectors.http.HttpSettings;
import io.enforcement.gateway.connectors.http.NoReply;
import io.enforcement.gateway.connectors.http.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches what lies for us in the outbox of another gateway, where only our own requests pass: all
 * of it, whatever its exchange is called there. Each item is acknowledged by itself, after the
 * taker has committed it; what is not acknowledged is given again under the same key, and the taker
 * recognises it. What cannot be taken is refused, with a reason for people at its origin.
 *
 * <p>Requests have the promises of {@link HttpLink}; an answer longer than {@code max-bytes} is not
 * read, and nothing of it is taken. Used by one thread at a time.
 */
public final class OutboxSource implements Source {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxSource.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> PROFILES = Set.of("gateway", "none");
  private static final String OUTBOX = "/api/v1/outbox";
  private static final byte[] NOTHING = {};

  /** The other side gives some 4 MiB at a time, unless one item is larger, in base64. */
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  /** As many as the other side gives at a time. */
  private static final int MOST_ITEMS = 64;

  private final String partner;
  private final HttpLink link;
  private final RequestProfile profile;
  private final String outbox;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public OutboxSource(ConnectorSettings settings) {
    HttpSettings http = HttpSettings.of(settings);
    if (settings.optional("profile").filter(word -> !PROFILES.contains(word)).isPresent()) {
      throw settings.wrong("profile", "is neither gateway nor none");
    }
    partner = settings.partner();
    link = new HttpLink(http, settings.number("max-bytes", MAX_BYTES));
    profile = RequestProfiles.of(settings, http, link::exchange, Clock.systemUTC());
    outbox = http.address(settings.optional("path").orElse(OUTBOX));
  }

  @Override
  public int poll(int limit, Taker taker) throws Unreachable {
    int handed = 0;
    while (handed < limit) {
      List<Item> given = given(Math.min(limit - handed, MOST_ITEMS));
      for (Item item : given) {
        Verdict verdict = taker.take(item);
        if (verdict == Verdict.LATER) {
          return handed;
        }
        acknowledge(item.name(), verdict);
        handed++;
      }
      if (given.isEmpty()) {
        return handed;
      }
    }
    return handed;
  }

  private List<Item> given(int most) throws Unreachable {
    Reply reply = exchange("GET", outbox + "?limit=" + most, NOTHING);
    if (reply.status() != 200) {
      throw new Unreachable("HTTP " + reply.status(), null);
    }
    if (!reply.whole()) {
      throw new Unreachable("the answer is longer than max-bytes", null);
    }
    try {
      JsonNode listing = JSON.readTree(reply.bytes()).path("items");
      if (!listing.isArray()) {
        throw new IllegalArgumentException("no listing");
      }
      List<Item> items = new ArrayList<>();
      for (JsonNode item : listing) {
        items.add(item(item));
      }
      return items;
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Unreachable("the answer is against the contract", e);
    }
  }

  private static Item item(JsonNode given) {
    // The key enters a path.
    String key = UUID.fromString(given.path("deliveryKey").asString("")).toString();
    byte[] content = Base64.getDecoder().decode(given.path("content").asString(""));
    if (!given.path("digest").asString("").equals(digest(content))) {
      throw new IllegalArgumentException("the content is not that of its digest");
    }
    return new Item(key, content);
  }

  private void acknowledge(String key, Verdict verdict) throws Unreachable {
    byte[] said = outcome(verdict).getBytes(StandardCharsets.UTF_8);
    int status = exchange("POST", outbox + "/" + key + "/acknowledgement", said).status();
    if (status == 404 || status == 409) {
      LOG.warn("partner {}: {} was settled there in another way meanwhile", partner, key);
    } else if (status != 200) {
      throw new Unreachable("HTTP " + status + " to an acknowledgement", null);
    }
  }

  private static String outcome(Verdict verdict) {
    return switch (verdict) {
      case TAKEN -> "{\"outcome\":\"ACCEPTED\"}";
      case CONFLICT -> refused("同一键值先前已收到不同内容 (the key came before with other content)");
      case REFUSED -> refused("未予接收 (not accepted)");
      case LATER -> throw new IllegalArgumentException("what is left for later has no outcome");
    };
  }

  private static String refused(String reason) {
    return "{\"outcome\":\"REFUSED\",\"reason\":\"" + reason + "\"}";
  }

  private Reply exchange(String method, String address, byte[] body) throws Unreachable {
    URI uri = URI.create(address);
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    }
    try {
      profile.prove(request, uri, body);
      return link.exchange(request);
    } catch (NotSent e) {
      throw new Unreachable(e.getMessage(), e);
    } catch (NoReply e) {
      throw new Unreachable(e.outcome().reason(), e);
    }
  }

  private static String digest(byte[] content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha256.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
