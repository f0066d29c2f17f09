package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of the samples that the partner is to receive.
 *
 * @param name of the sample, without folders and endings
 */
record ReceivedCase(Receives receives, String name, StandardRecord record) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String AMENDED = "U";

  /** What it is called in a certificate. */
  String subject() {
    return receives.exchange() + " " + name;
  }

  /** The same record as a later revision. */
  ReceivedCase revised(int by) {
    ObjectNode tree = (ObjectNode) JSON.readTree(StandardJson.write(record));
    tree.put("cdOperation", AMENDED).put("revision", record.getRevision() + by);
    StandardRecord revised =
        StandardJson.read(
            JSON.writeValueAsBytes(tree),
            RecordTypes.of(record.getClass().getSimpleName()).orElseThrow());
    return new ReceivedCase(receives, name, revised);
  }
}
