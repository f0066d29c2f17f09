/** What the registers answer of a day, and where they keep silent. */
package io.enforcement.gateway.standards.register;
