/**
 * Partners that are data only: a mapping in JSLT, the form of the file ({@link
 * io.enforcement.gateway.mappings.declarative.FileForm}) and code lists, all in the partner's
 * folder; no Java.
 *
 * <p>A mapping sees one record of the message (a CSV row as an object by its header, a JSON object)
 * and answers the standard's JSON twin plus {@code recordType}. It imports our functions by {@code
 * import "gateway" as gw}; they stand in {@code docs/mapping-functions.md}. The variable {@code
 * $context} holds key, at and sourceName. What a mapping may not do is held by the package {@link
 * io.enforcement.gateway.mappings.declarative.language}; {@link
 * io.enforcement.gateway.mappings.declarative.MappingCheck} tells its author, and {@link
 * io.enforcement.gateway.mappings.declarative.TranslationReport} shows what becomes of each value.
 *
 * <p>JSLT speaks Jackson 2 and the standard Jackson 3; the two meet as bytes and nowhere else. It
 * must not know any partner. Start reading at {@link
 * io.enforcement.gateway.mappings.declarative.DataOnlyToStandard}.
 */
package io.enforcement.gateway.mappings.declarative;
