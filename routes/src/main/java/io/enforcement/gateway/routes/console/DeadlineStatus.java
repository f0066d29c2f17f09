package io.enforcement.gateway.routes.console;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One deadline, as people and partners are shown it.
 *
 * @param due its last moment in Beijing time; of a limit of days the last second of its last day
 * @param state its own; for an open one whose end has passed OVERDUE where the duty is sure, and
 *     DOUBTFUL where it is not, or where only the record may be missing; CLOSED for a finding that
 *     a person has closed
 * @param doubt what is not sure about the rule; null when all is
 * @param finding the duty that is broken when it is missed, U01 to U09; null for most
 * @param byHand whether its receiver is sent nothing, because it has no form for it: a person must
 *     tell it and say so
 * @param closedReason why there is nothing more to do about a finding; null for all others
 */
public record DeadlineStatus(
    UUID id,
    UUID conversation,
    String kind,
    String rule,
    String ruleVersion,
    String duty,
    String doubt,
    String basis,
    String severity,
    String finding,
    Instant startedAt,
    OffsetDateTime due,
    boolean provisional,
    String state,
    Instant doneAt,
    String ownerRole,
    String ownerUscc,
    String ownerName,
    boolean byHand,
    Instant closedAt,
    String closedReason) {}
