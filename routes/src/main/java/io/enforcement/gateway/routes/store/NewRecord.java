package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;
import java.util.UUID;

/**
 * One part of a message as decided by the translation.
 *
 * @param part position in the message, from 1; 0 for a record about the message itself
 * @param actKey identity of the act, null when the part could not be read
 * @param body the record as standard XML, null when refused
 */
public record NewRecord(
    UUID id,
    UUID messageId,
    int part,
    String kind,
    RecordState state,
    String actKey,
    String partyKey,
    Integer revision,
    String caseKey,
    byte[] body,
    List<Finding> findings) {}
