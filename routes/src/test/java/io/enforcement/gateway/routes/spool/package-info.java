/** Tests of the spool's parts, without the gateway around them; the stories test the whole. */
package io.enforcement.gateway.routes.spool;
