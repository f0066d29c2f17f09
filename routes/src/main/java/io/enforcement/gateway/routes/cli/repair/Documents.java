package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Hands the gateway a small JSON document. */
final class Documents {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Documents() {}

  static Reply post(RemoteGateway gateway, String path, Map<String, ?> content) {
    return gateway.post(path, "application/json", JSON.writeValueAsBytes(content));
  }
}
