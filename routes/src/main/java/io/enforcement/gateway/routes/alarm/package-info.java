/**
 * What people are to look at although nothing failed: a partner that is silent, records that nobody
 * subscribes to, figures past the limit of their rule; the one board on which these and all others
 * stand that raise alarms, with what people did about them; and the channels that tell of them.
 *
 * <p>Must not know Camel or SQL, and says nothing of what a message holds. Start reading at {@link
 * io.enforcement.gateway.routes.alarm.AlarmSource}, then {@link
 * io.enforcement.gateway.routes.alarm.AlarmRule}.
 */
package io.enforcement.gateway.routes.alarm;
