package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;

/**
 * What became of one part of a message.
 *
 * @param position in the message, from 1
 */
public record DecidedPart(int position, RecordState state, List<Finding> findings) {}
