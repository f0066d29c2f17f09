/**
 * Checkpoints as signed notes (C2SP signed-note and tlog-checkpoint), and the keys that sign them.
 *
 * <p>Must not know events, the tree's inside or the database. Start reading at {@link
 * io.enforcement.gateway.routes.audit.note.Checkpoint}.
 */
package io.enforcement.gateway.routes.audit.note;
