/**
 * What data staff ask of the provincial database act by act: pages of acts as they stand, and
 * extracts of them as files, which are made in the background and told to the trail.
 *
 * <p>Columns that everybody sees are those of the views for reporting tools; personal values are
 * masked, secret ones and kinds that are secret as a whole are not here. It must not write an act.
 * Start reading at {@link io.enforcement.gateway.routes.province.extract.Question}.
 */
package io.enforcement.gateway.routes.province.extract;
