package io.enforcement.gateway.routes.store;

/**
 * A file that is here, whole and proven.
 *
 * @param digest {@code sha256:} or {@code sm3:} and 64 lower-case hexadecimal digits
 * @param sender who brought it
 * @param size in bytes
 * @param mediaType as the sender said; nobody has looked inside
 */
public record HeldFile(String digest, String sender, long size, String mediaType) {}
