/**
 * What departments write and what it means: days, amounts, names. Pure functions behind those that
 * mappings call; every form they take is on the page {@code docs/mapping-functions.md}.
 *
 * <p>It must not know partners, JSLT or findings. Start reading at {@link
 * io.enforcement.gateway.mappings.declarative.function.WrittenTime}.
 */
package io.enforcement.gateway.mappings.declarative.function;
