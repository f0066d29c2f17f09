/** Tests of what is said about a pack before it is installed. */
package io.enforcement.gateway.routes.pack.check;
