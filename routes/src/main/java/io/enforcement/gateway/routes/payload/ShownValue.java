package io.enforcement.gateway.routes.payload;

import io.enforcement.gateway.standards.dictionary.Label;

/**
 * One value of a document, as a person may see it.
 *
 * @param path in the document's own names
 * @param value masked, unless the person has unmasked the message
 * @param label what people call its field; null for a value of a partner's document
 */
public record ShownValue(String path, String value, Label label) {}
