/**
 * The mapping language, fenced. JSLT is small, readable and does no I/O, but it lets a mapping
 * recurse, double a text forty times or backtrack for years. Here a mapping is read before it is
 * used ({@link io.enforcement.gateway.mappings.declarative.language.MappingCheck}: every problem
 * with its line), and compiled with a meter at each place where work or size can grow ({@link
 * io.enforcement.gateway.mappings.declarative.language.Meter}): what a mapping may spend on one
 * record is a number, the same on every machine and in every replay.
 *
 * <p>It must not know partners, file forms or the standard. Start reading at {@link
 * io.enforcement.gateway.mappings.declarative.language.MappingLanguage}.
 */
package io.enforcement.gateway.mappings.declarative.language;
