/** A far side over HTTP that misbehaves on purpose, for the tests of every transport over HTTP. */
package io.enforcement.gateway.connectors.http;
