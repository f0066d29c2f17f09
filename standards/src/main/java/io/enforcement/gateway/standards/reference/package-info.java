/**
 * The folder into which an administrator puts what rules look up, while the program runs: calendars
 * of new years and of regions, local divisions, the registers of officers and items.
 *
 * <p>It must not know which rule asks, nor how often. Start reading at {@link
 * io.enforcement.gateway.standards.reference.ReferenceFolder}.
 */
package io.enforcement.gateway.standards.reference;
