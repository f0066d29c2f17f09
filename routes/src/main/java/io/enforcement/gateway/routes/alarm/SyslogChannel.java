package io.enforcement.gateway.routes.alarm;

import com.cloudbees.syslog.Facility;
import com.cloudbees.syslog.MessageFormat;
import com.cloudbees.syslog.Severity;
import com.cloudbees.syslog.SyslogMessage;
import com.cloudbees.syslog.sender.AbstractSyslogMessageSender;
import com.cloudbees.syslog.sender.TcpSyslogMessageSender;
import com.cloudbees.syslog.sender.UdpSyslogMessageSender;
import io.enforcement.gateway.routes.alarm.AlarmSettings.Syslog;
import java.io.IOException;

/**
 * Tells a log server, one message of RFC 5424 per alarm. Over UDP nobody knows whether it came: a
 * site that must know takes TCP.
 */
final class SyslogChannel implements AlarmChannel {

  private final String site;
  private final Syslog settings;
  private final AbstractSyslogMessageSender sender;

  SyslogChannel(String site, Syslog settings) {
    this.site = site;
    this.settings = settings;
    sender = settings.transport() == Syslog.Transport.UDP ? udp() : tcp();
    sender.setMessageFormat(MessageFormat.RFC_5424);
  }

  private AbstractSyslogMessageSender udp() {
    UdpSyslogMessageSender udp = new UdpSyslogMessageSender();
    udp.setSyslogServerHostname(settings.host());
    udp.setSyslogServerPort(settings.port());
    return udp;
  }

  private AbstractSyslogMessageSender tcp() {
    TcpSyslogMessageSender tcp = new TcpSyslogMessageSender();
    tcp.setSyslogServerHostname(settings.host());
    tcp.setSyslogServerPort(settings.port());
    return tcp;
  }

  @Override
  public String name() {
    return "syslog";
  }

  @Override
  public void tell(AlarmNotice notice) throws IOException {
    SyslogMessage message =
        new SyslogMessage()
            .withFacility(Facility.LOCAL0)
            .withSeverity(severity(notice))
            .withAppName(site)
            .withMsgId(notice.rule().kind().name())
            .withMsg(notice.line());
    try {
      sender.sendMessage(message);
    } catch (IllegalStateException e) {
      // So the library says that it does not know the server's name.
      throw new IOException(e);
    }
  }

  private static Severity severity(AlarmNotice notice) {
    if (notice.over()) {
      return Severity.NOTICE;
    }
    return switch (notice.rule().severity()) {
      case INFO -> Severity.INFORMATIONAL;
      case WARNING -> Severity.WARNING;
      case CRITICAL -> Severity.CRITICAL;
    };
  }
}
