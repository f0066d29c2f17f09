/**
 * The conformance run: its certificate and its judgements without a gateway, and whole runs against
 * one. It must not know more than the runs do. Start reading at {@link
 * io.enforcement.gateway.routes.conformance.ConformanceTest}.
 */
package io.enforcement.gateway.routes.conformance;
