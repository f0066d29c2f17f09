/**
 * The conformance run: a partner's pack climbs a ladder of rungs in a sandbox of its own, from its
 * files to one day's reconciliation, and gets a certificate of what passed, failed and was not run.
 *
 * <p>It knows packs as files, and the running gateway only as people and partners know it: by its
 * API and over the partner's transports; what a source states of a day it digests as a source does.
 * It must not know: the gateway's stores, beans and routes. Nothing here is part of a gateway that
 * serves. Start reading at {@link io.enforcement.gateway.routes.conformance.Conformance}.
 */
package io.enforcement.gateway.routes.conformance;
