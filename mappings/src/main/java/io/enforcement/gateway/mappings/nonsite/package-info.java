/**
 * 非现场: what drones, video and sensors find, by way of the platform that operates them.
 *
 * <p><b>What it sends.</b> {@code clue}: what was detected, where and when, with evidence from
 * devices, each file by its digest, to the enforcement department that {@code send_to} names. JSON
 * in UTF-8, one object or an array of objects per request.
 *
 * <p><b>What it gets.</b> By POST {@code receipt}: what was taken of a message and what was
 * refused. It deduplicates by {@code message_key} (effect A).
 *
 * <p><b>How it is read.</b> By data only: {@code clue.jslt}, {@code reading.jslt}, {@code
 * receipt.jslt} and the code lists. A list {@code x.csv} reads, {@code out-x.csv} writes.
 *
 * <p><b>Quirks.</b> Each file names its device and the moment at which it was taken; the standard
 * names files only, so both become part of the file's title. The standard has no source of a case
 * for devices, so the clue is sent without one. Often nobody is suspected yet: {@code suspects} may
 * be absent. Names are in snake case, moments are Beijing time without an offset. A field that the
 * format does not have is refused with its name: what nobody reads would be lost.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of a receipt what only the gateway needs.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, its duty
 * after 宁建(督)发〔2024〕2号 items 14 and 15. A department that has a format of its own replaces it by a
 * folder in the site's {@code partners/}, or by other names in the mappings and code lists here;
 * nothing else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code clue.jslt}.
 */
package io.enforcement.gateway.mappings.nonsite;
