package io.enforcement.gateway.routes.store;

import java.util.UUID;

/** The latest revision held of one act and party. */
public record HeldRecord(
    UUID id, String actKey, String partyKey, int revision, String caseKey, byte[] body) {}
