/**
 * 公示: the platform that publishes enforcement (行政执法公示).
 *
 * <p><b>What it gets, before the act.</b> {@code body}, {@code officer}, {@code item} with its
 * basis, procedure and remedies, {@code discretion-standard}, {@code inspection-plan} with its list
 * of items to inspect: each entry as it stands now, every change as a higher revision. What is
 * stopped, cancelled, without a valid certificate or was wrongly sent has the state WITHDRAWN. Of
 * officers name, body, certificate number and area, nothing else.
 *
 * <p><b>After the act.</b> {@code penalty-decision}, {@code licence}, {@code inspection-result},
 * {@code coercion}, {@code coercion-execution} and {@code other-act}: what the public may see, with
 * a log of what was redacted; {@code publication-request}: what an authority asks to publish in its
 * own summary, redacted once more, or that it does not publish and why. {@code revocation} and
 * {@code withdrawal} take down or mask, with the reason. An act sent by mistake (operation D) is
 * withdrawn too. All go by POST, the document says by {@code kind} and {@code state} what it is;
 * the platform deduplicates by our idempotency key. Kind, {@code authorityCode} and {@code
 * decisionNo} name a publication: what is sent again replaces it.
 *
 * <p><b>Of a period.</b> {@code statistics}: the tables of a body's or a division's enforcement.
 *
 * <p><b>What it sends.</b> {@code rejection}: a publication that it does not show, and why; by
 * {@code key}, our idempotency key, it finds its delivery.
 *
 * <p><b>What it never gets.</b> Names of natural persons in full, identity numbers, addresses,
 * contact data, accounts of anybody, names of people who were not punished; what is restricted,
 * secret or against minors, measures against personal freedom, applications to courts, refused
 * licences; rewards, payments, rulings and other acts about natural persons. These are not
 * subscribed, and what harms a person is refused here should it come all the same.
 *
 * <p><b>Quirks.</b> One object for each act; co-offenders stand in {@code otherParties}; what only
 * one kind of act has stands in {@code details}, under names that its translator lists. An
 * organisation's own name stays whole even if a person's name is part of it. The reason of a
 * revocation is published as the authority wrote it, with accounts and long digit runs masked: the
 * record of a revocation holds no names by which a person in the text could be recognised, so the
 * authority must not put any there; the same holds for withdrawals and for the texts of a request.
 * Number and title of a licence certificate are public, those of a person only without long digit
 * runs.
 *
 * <p><b>Source.</b> Fields and periods as reconciled from public pages: licences and penalties
 * within seven working days, other acts within twenty; redaction list; natural persons two years,
 * others five, unless the decision says when publication ends. No public schema exists of what is
 * published before the act, of requests and of withdrawals: these documents are our own clear
 * format, to be replaced type by type ({@code Public*}, {@code NonPublication}, {@code
 * Withdrawal}).
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.publicity.PenaltyDecisionFromStandard}, then at {@link
 * io.enforcement.gateway.mappings.publicity.Redaction}.
 */
package io.enforcement.gateway.mappings.publicity;
