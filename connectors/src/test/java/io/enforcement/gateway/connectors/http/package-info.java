/**
 * A far side over HTTP that misbehaves on purpose and invented certificates, for the tests of every
 * transport over HTTP, and what both transports promise over TLS.
 */
package io.enforcement.gateway.connectors.http;
