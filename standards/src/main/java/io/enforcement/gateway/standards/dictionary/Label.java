package io.enforcement.gateway.standards.dictionary;

/**
 * What people call something.
 *
 * @param zh its Chinese name, the one that texts of the field use
 * @param en its English name
 */
public record Label(String zh, String en) {}
