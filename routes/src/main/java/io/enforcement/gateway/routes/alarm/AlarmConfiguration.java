package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels that the site has set, and who tells by them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlarmSettings.class)
class AlarmConfiguration {

  @Bean
  AlarmChannels alarmChannels(AlarmSettings settings, DataDirectory data, Clock clock) {
    List<AlarmChannel> channels = new ArrayList<>();
    if (settings.webhook() != null) {
      channels.add(new WebhookChannel(settings.webhook()));
    }
    if (settings.mail() != null) {
      channels.add(mail(settings.mail(), data));
    }
    if (settings.syslog() != null) {
      require(settings.syslog().host(), "syslog.host");
      channels.add(new SyslogChannel(settings.site(), settings.syslog()));
    }
    return new AlarmChannels(channels, clock);
  }

  private static AlarmChannel mail(AlarmSettings.Mail mail, DataDirectory data) {
    require(mail.host(), "mail.host");
    require(mail.from(), "mail.from");
    require(mail.to() == null || mail.to().isEmpty() ? null : mail.to().get(0), "mail.to");
    return new MailChannel(
        mail,
        mail.user() == null
            ? null
            : data.secret(mail.passwordName())
                .orElseThrow(
                    () ->
                        new CannotStart(
                            "gateway.alarms.mail.password-name names the secret "
                                + mail.passwordName()
                                + ", which is neither in the environment nor in secrets/.")));
  }

  private static void require(String value, String setting) {
    if (value == null || value.isBlank()) {
      throw new CannotStart("gateway.alarms." + setting + " is missing.");
    }
  }

  @Bean
  AlarmTeller alarmTeller(
      AlarmChannels channels,
      AlarmBoard board,
      Restrictions restrictions,
      AlarmSettings settings,
      Clock clock) {
    return new AlarmTeller(channels, board, restrictions, settings.site(), clock);
  }

  @Bean
  CertificateWatch certificateWatch(
      AlarmSettings settings, @Qualifier("machineClock") Clock machine, MeterRegistry meters) {
    return new CertificateWatch(settings.certificates(), machine, meters);
  }
}
