package io.enforcement.gateway.routes.payload;

/**
 * One way from a value of the document before a translation to one of the document after it, as a
 * person may see it.
 *
 * @param source path before; empty for what the translation puts there by itself
 * @param sourceValue masked, unless the person has unmasked the message
 * @param rule that an unreadable or absent value would break, or that this one broke; may be empty
 * @param target path after; empty for what is dropped, refused or only checked
 * @param targetValue as {@code sourceValue}
 * @param result COPIED, MAPPED, TRUNCATED, DROPPED, DEFAULTED or FAILED
 */
public record ShownWay(
    String source,
    String sourceValue,
    String rule,
    String target,
    String targetValue,
    String result) {}
