/**
 * Rules of transfers between enforcement and criminal justice, both ways.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.crime.CrimeRules}.
 */
package io.enforcement.gateway.standards.rules.crime;
