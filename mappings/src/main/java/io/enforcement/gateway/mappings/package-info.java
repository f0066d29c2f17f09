/**
 * The partners: what each of them says and how it becomes the standard, and back.
 *
 * <p>One folder is one partner and tells the whole story: {@code package-info}, {@code
 * partner.yaml}, translators, types, code lists; its golden samples lie in the test twin. This
 * package itself holds only the contracts and the few tools that translators share. It must not
 * know transports, Spring, Camel, clocks or files, and no partner may know another.
 *
 * <p>Start reading at {@link io.enforcement.gateway.mappings.ToStandard}, then at a small partner:
 * {@code citymanagement}.
 */
package io.enforcement.gateway.mappings;
