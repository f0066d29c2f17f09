package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Addresses a record of a guest's samples to that guest. */
final class Letters {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String AMENDED = "U";
  private static final List<String> ADDRESSEES =
      List.of("addressee", "receiver", "court", "askedOrgan");

  private Letters() {}

  /**
   * The same record as an amendment, and, when it is a letter to an organ, to this guest.
   *
   * @param revision higher than any that the gateway holds: the record may have come before
   */
  static StandardRecord addressed(StandardRecord record, Guest guest, int revision) {
    ObjectNode tree = (ObjectNode) JSON.readTree(StandardJson.write(record));
    tree.put("cdOperation", AMENDED).put("revision", revision);
    for (String name : ADDRESSEES) {
      if (!guest.uscc().isEmpty() && tree.path(name) instanceof ObjectNode organ) {
        organ.put("uscc", guest.uscc());
      }
    }
    return StandardJson.read(
        JSON.writeValueAsBytes(tree),
        RecordTypes.of(record.getClass().getSimpleName()).orElseThrow());
  }
}
