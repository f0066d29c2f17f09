/**
 * Tests of the hotlines beyond their golden samples: what may not pass, and what must come back.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.hotline.SecrecyTest}.
 */
package io.enforcement.gateway.mappings.hotline;
