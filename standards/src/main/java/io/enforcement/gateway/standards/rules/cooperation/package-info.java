/**
 * Rules of clues, assistance, copies, jurisdiction, joint enforcement and complaints.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.cooperation.CooperationRules}.
 */
package io.enforcement.gateway.standards.rules.cooperation;
