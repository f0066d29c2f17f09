/** The invented records that the tests share, and the architecture rules of the module. */
package io.enforcement.gateway.standards;
