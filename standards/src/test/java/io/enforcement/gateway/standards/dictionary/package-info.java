/** What the annotations of the schema promise. */
package io.enforcement.gateway.standards.dictionary;
