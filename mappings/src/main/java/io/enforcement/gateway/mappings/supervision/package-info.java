/**
 * 行政执法监督平台: the platform on which the supervising organ of a region follows enforcement.
 *
 * <p><b>What it gets.</b> By POST, one record each: registers (body, officer, item, discretion
 * standard), every act from the inspection plan to the execution and revocation of a penalty, the
 * steps between (notice, statement, hearing, legal review, service, index of recordings), replies
 * to its opinions and rectification ledgers; of all divisions the gateway's own notices of what is
 * due, overdue or doubtful ({@code duty-notice}), but no restricted one. {@code dataType} is its
 * table ({@code tables.csv}), {@code data} the columns. It takes a repetition by {@code exchangeId}
 * for what it is (effect A). An installation sets {@code region}, for example 6401: only bodies of
 * that division are told.
 *
 * <p><b>What it sends.</b> {@code supervision-opinion}: an opinion or decision with its problems
 * and the limit for a reply; {@code rejection}: a record that it took and then found wrong, with
 * the {@code exchangeId} under which it came.
 *
 * <p><b>Quirks.</b> The organisation that is no legal person is 9 in ordinary cases, 3 in simple
 * ones and 03 in licences, where a sole trader is 04. Simple cases are a table of their own and
 * call data from an interface 1, all others 2. Measures are numbered 400, 100, 200, 300, 900,
 * executions 100 to 500 and 900; an application to a court is another table. Persons are known by
 * four kinds of certificate only, in licences by five others: what has no code there is refused,
 * never called other. Opinions of a legal review have at most 100 characters. Recordings marked
 * secret are not subscribed.
 *
 * <p><b>Lost.</b> See {@code lost.csv}: files, except those of replies; officers' identity
 * documents, birth, education and rank are not asked for.
 *
 * <p><b>Source.</b> Names and codes of a supervision platform in public code as the domain notes
 * reconcile them. It publishes no interface: the envelope, the tables' names, the opinion and the
 * rejection are our own clear form, and code lists without a source write the standard's own codes.
 * A real platform replaces the files of columns and code lists, and the two mappings of what it
 * sends.
 *
 * <p>It must not know other partners. Start reading at {@code tables.csv}, {@code
 * penalty.columns.csv} and {@code supervision-opinion.jslt}.
 */
package io.enforcement.gateway.mappings.supervision;
