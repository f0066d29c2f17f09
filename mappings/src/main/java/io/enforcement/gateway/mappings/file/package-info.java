/**
 * The forms of files that partners exchange, bytes to rows and back: tables as CSV and as
 * spreadsheets, and batch files.
 *
 * <p><b>A batch file</b> is a zip without folders. It holds data files and a manifest that names
 * every one of them, in one of two forms, as agreed with the partner:
 *
 * <pre>
 * manifest.json  {"files":[{"name":"penalty-1.csv","type":"csv","count":2,"bytes":918,
 *                           "digest":"sm3:&lt;64 hex digits&gt;"}]}
 * manifest.csv   name,type,count,bytes,digest
 *                penalty-1.csv,csv,2,918,sha256:&lt;64 hex digits&gt;
 * </pre>
 *
 * <ul>
 *   <li>{@code name}: the entry's name, at most 100 letters, digits, dots, underscores, hyphens and
 *       Chinese characters, not hidden. Names in the zip are UTF-8 or GB18030.
 *   <li>{@code type}: the form of the file: csv, xlsx, json or xml; in a parcel the media type of
 *       an attachment, for example {@code application/pdf}
 *   <li>{@code count}: how many records it holds; for a table its rows below the header, for an
 *       attachment 0
 *   <li>{@code bytes}: its length, unpacked
 *   <li>{@code digest}: {@code sha256:} or {@code sm3:} and the digest of its bytes in hex; for an
 *       attachment the one by which the record names it
 * </ul>
 *
 * The manifest is UTF-8; as CSV it may have the charset that the partner's format names. The files
 * are read in the manifest's order. At most 1,000 entries, 64 MiB unpacked and 10,000 records.
 *
 * <p><b>A parcel</b> is a batch file that also holds the files which its records name, where that
 * was agreed ({@code attachments: enclosed}). Ours are named by their digests. What does not fit
 * its manifest refuses the whole parcel.
 *
 * <p>It must not know any partner or the standard's records; nothing here touches a disk. Start
 * reading at {@link io.enforcement.gateway.mappings.file.BatchFile}, {@link
 * io.enforcement.gateway.mappings.file.Parcel} and {@link
 * io.enforcement.gateway.mappings.file.TableFile}.
 */
package io.enforcement.gateway.mappings.file;
