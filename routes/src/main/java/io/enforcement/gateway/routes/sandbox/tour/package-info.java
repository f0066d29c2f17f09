/**
 * The second half of the demonstration: every partner that the main traffic does not show sends
 * what its folder's samples show, and receives what a region reports. Who they are and how they are
 * reached is data: {@code sandbox/tour.csv} and {@code sandbox/tour-places.csv}. A far side is one
 * class for each transport, none for a partner.
 *
 * <p>It must not know how the gateway works inside, only its API. Start reading at {@link
 * io.enforcement.gateway.routes.sandbox.tour.Tour}.
 */
package io.enforcement.gateway.routes.sandbox.tour;
