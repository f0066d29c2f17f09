/**
 * Rules of the orders of the 12345 hotline.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.hotline.HotlineRules}.
 */
package io.enforcement.gateway.standards.rules.hotline;
