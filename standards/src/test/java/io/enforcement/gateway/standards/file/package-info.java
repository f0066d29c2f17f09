/** Files of records: forms, bounds, and where a fault is said to be. */
package io.enforcement.gateway.standards.file;
