/** The reference folder with real files that come, change and go. */
package io.enforcement.gateway.standards.reference;
