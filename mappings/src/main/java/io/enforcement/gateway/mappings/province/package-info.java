/**
 * 行政执法数据库: the provincial enforcement database and the regions that fill it. All speak the standard
 * itself, so this folder holds these partners: {@code province}, which a region's gateway sends to,
 * {@code region}, which the province's gateway receives from, both once more with {@code -amqp} for
 * records that go up through the province's broker and with {@code -outbox} for a region that
 * nobody can call and that fetches what is for it, and {@code gateway}, the gateway among its own
 * partners: its notices about deadlines enter by the same door as every record.
 *
 * <p><b>What they exchange.</b> {@code record}: one record of the standard as XML, its root element
 * says which. Up: every act, register entry, answer and report of a region, with what is personal
 * in it, because the province collects what its law makes the region report. Down: code tables,
 * items, norms, opinions, and each region's own records back (归集共享).
 *
 * <p><b>Quirks.</b> What is secret never travels: secret fields are not permitted, and clues and
 * results of discipline inspection are not subscribed. A record is read as it was written, never
 * completed.
 *
 * <p><b>Source.</b> The unified standard, version {@code v1-draft}.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.province.RecordToStandard}.
 */
package io.enforcement.gateway.mappings.province;
