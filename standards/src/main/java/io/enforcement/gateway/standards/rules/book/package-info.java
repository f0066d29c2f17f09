/**
 * What a family of rules is written with: the book that knows which rules judge which record, what
 * collects findings, how limits of law are counted, and the questions that several families ask.
 *
 * <p>It must not know a single family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.book.RuleBook}.
 */
package io.enforcement.gateway.standards.rules.book;
