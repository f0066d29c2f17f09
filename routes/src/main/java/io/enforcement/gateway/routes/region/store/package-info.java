/**
 * The schema {@code region}: versions that were sent to the level above, and the days that they
 * were stated on. It must not know what a statement looks like. Start reading at {@link
 * io.enforcement.gateway.routes.region.store.RegionStore}.
 */
package io.enforcement.gateway.routes.region.store;
