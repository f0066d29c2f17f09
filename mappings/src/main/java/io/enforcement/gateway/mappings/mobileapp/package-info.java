/**
 * 掌上执法: the app that officers carry, by way of its server.
 *
 * <p><b>What it sends.</b> {@code inspection}: what was inspected, item by item; {@code
 * recording-index}: that the scene was recorded, by whom, with which device, where the recording
 * lies and its digest; never the recording. JSON in UTF-8, one object or an array of objects per
 * request.
 *
 * <p><b>What it gets.</b> It pulls: {@code item}, the catalogue of its {@code region}; {@code
 * officer}, the state of each enforcement certificate, so that nobody acts with one that is
 * suspended or withdrawn; {@code receipt}.
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, {@code writing.jslt} for the way out, and the code lists. A list {@code x.csv}
 * reads, {@code out-x.csv} writes.
 *
 * <p><b>Quirks.</b> Names are English, codes are words in capitals, moments are Beijing time
 * without an offset (2026-06-02T07:40:00). The app is often without a network: {@code operation}
 * ADD may come late and twice, {@code version} tells which is newer. A field that the format does
 * not have is refused with its name: what nobody reads would be lost.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of an officer all but name, body and certificate; of an item
 * what only its register needs.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of mobile applications. A department that has a format of its own replaces it by a folder
 * in the site's {@code partners/}, or by other names in the mappings and code lists here; nothing
 * else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code inspection.jslt}.
 */
package io.enforcement.gateway.mappings.mobileapp;
