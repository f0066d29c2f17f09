/**
 * Tests of what is refused of a partner's folder at the start, before anything runs.
 *
 * <p>They must not need a database or a broker. Start reading at {@link
 * io.enforcement.gateway.routes.partner.OutboxFolderTest}.
 */
package io.enforcement.gateway.routes.partner;
