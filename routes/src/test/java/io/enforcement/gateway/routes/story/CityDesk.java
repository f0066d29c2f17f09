package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.file.Digest;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clerk of the urban management department, or of one like it: drops files and reads the
 * receipts that come back.
 */
final class CityDesk {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StoryGateway gateway;
  private final FilePartner city;

  CityDesk(StoryGateway gateway) {
    this(gateway, gateway.city());
  }

  CityDesk(StoryGateway gateway, FilePartner department) {
    this.gateway = gateway;
    this.city = department;
  }

  void drops(CityFile file) {
    city.drop(FilePartner.OUT, file.name(), file.bytes());
  }

  void drops(String name, byte[] content) {
    city.drop(FilePartner.OUT, name, content);
  }

  /** Writes just these bytes under just this name, past the department's good manners. */
  void leaves(String name, byte[] content) {
    try {
      Files.write(folder("out").resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes only the digest of a file that is to come. */
  void promises(String name, byte[] content) {
    leaves(name + ".sha256", Digest.sideFile(content, name));
  }

  /** The receipt for a file; waits until it has come. */
  JsonNode receiptFor(String name) {
    gateway.eventually(() -> assertThat(receipt(name)).as("receipt for " + name).isPresent());
    return receipt(name).orElseThrow();
  }

  private Optional<JsonNode> receipt(String name) {
    return receipts().stream().filter(r -> r.path("文件名").asString("").equals(name)).findFirst();
  }

  List<JsonNode> receipts() {
    return city.receipts().stream().map(r -> JSON.readTree(r.body())).toList();
  }

  boolean has(String folder, String name) {
    return Files.exists(folder(folder).resolve(name));
  }

  Path folder(String name) {
    return city.folder(name);
  }

  /** A good file goes through: the gateway has looked at all that lay there before. */
  void seesAGoodFileThrough() {
    CityFile good = CityFile.of(1);
    drops(good);
    assertThat(receiptFor(good.name()).path("接收条数").asInt()).isEqualTo(1);
  }
}
