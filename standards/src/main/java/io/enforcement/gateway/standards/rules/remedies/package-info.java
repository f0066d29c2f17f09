/**
 * Rules of discipline, courts, reconsideration and litigation.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.remedies.RemedyRules}.
 */
package io.enforcement.gateway.standards.rules.remedies;
