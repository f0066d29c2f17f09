package io.enforcement.gateway.mappings.supervision;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What the platform takes in one request.
 *
 * @param exchangeId our key of the delivery: the platform knows a repetition by it and names it
 *     when it sends something back
 * @param dataType the platform's table
 * @param version the record's revision; a lower one than the platform has is older
 * @param data the columns of that table
 */
@JsonPropertyOrder({"exchangeId", "dataType", "version", "data"})
record SupervisionDocument(
    String exchangeId, String dataType, int version, Map<String, Object> data) {}
