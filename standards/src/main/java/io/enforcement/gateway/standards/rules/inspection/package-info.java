/**
 * Rules of inspections and their plans.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.inspection.InspectionRules}.
 */
package io.enforcement.gateway.standards.rules.inspection;
