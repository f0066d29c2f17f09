/** Claims about the package of the same name. */
package io.enforcement.gateway.standards.edition;
