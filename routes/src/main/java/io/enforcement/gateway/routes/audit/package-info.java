/**
 * The audit trail: what happened to each message and who did what, in one vocabulary, and the proof
 * that nobody changed it.
 *
 * <p>Events are written by {@link io.enforcement.gateway.routes.audit.AuditTrail} in the
 * transaction of what they tell; {@link io.enforcement.gateway.routes.audit.Sequencer} gives them
 * positions in a tree and publishes signed checkpoints; {@link
 * io.enforcement.gateway.routes.audit.TrailCheck} checks all of it. {@link
 * io.enforcement.gateway.routes.audit.Archives} moves old months into files; {@link
 * io.enforcement.gateway.routes.audit.KeyRotation} and {@link
 * io.enforcement.gateway.routes.audit.NewLog} are the ceremonies.
 *
 * <p>Must not know routes, partners or HTTP. Start reading at {@link
 * io.enforcement.gateway.routes.audit.Milestone}.
 */
package io.enforcement.gateway.routes.audit;
