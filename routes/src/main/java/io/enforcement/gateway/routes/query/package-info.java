/**
 * Queries that are answered at once (信息共享互认, demand D22): who may ask what, for which purpose, and
 * what the gateway's own records, its registers or the partner that is meant say. A query never
 * waits for the traffic and the traffic never for a query: its threads, its waiting room and its
 * connections are its own and few.
 *
 * <p>Must not know Camel, routes of messages or SQL; answers nothing about natural persons. Start
 * reading at {@link io.enforcement.gateway.routes.query.QueryApi}, then {@link
 * io.enforcement.gateway.routes.query.QueryDesk} and {@link
 * io.enforcement.gateway.routes.query.PartnerQueries}.
 */
package io.enforcement.gateway.routes.query;
