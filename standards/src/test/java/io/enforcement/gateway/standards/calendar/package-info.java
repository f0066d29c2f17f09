/** Vectors of day counting, and what a calendar answers when it does not know. */
package io.enforcement.gateway.standards.calendar;
