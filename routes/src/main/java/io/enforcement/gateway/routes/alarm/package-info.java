/**
 * What people are to look at although nothing failed: a partner that is silent, records that nobody
 * subscribes to; and the one board on which these and all others stand that raise alarms.
 *
 * <p>Must not know Camel or SQL, and says nothing of what a message holds. Start reading at {@link
 * io.enforcement.gateway.routes.alarm.AlarmSource}.
 */
package io.enforcement.gateway.routes.alarm;
