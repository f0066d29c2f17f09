/**
 * Rules of questions that are answered at once.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.query.QueryRules}.
 */
package io.enforcement.gateway.standards.rules.query;
