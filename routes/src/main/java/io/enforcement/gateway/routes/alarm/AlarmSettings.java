package io.enforcement.gateway.routes.alarm;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.alarms}: where people are told of alarms, besides the board.
 *
 * @param site what this installation is called in what is told
 * @param webhook gets one JSON document per alarm; absent: none does
 * @param mail absent: nobody is written to
 * @param syslog absent: no log server is told
 * @param certificates files (PEM or DER) whose ends are watched
 */
@ConfigurationProperties(prefix = "gateway.alarms", ignoreUnknownFields = false)
public record AlarmSettings(
    @DefaultValue("enforcement-gateway") String site,
    URI webhook,
    Mail mail,
    Syslog syslog,
    @DefaultValue List<Path> certificates) {

  /**
   * Settings under {@code gateway.alarms.mail}.
   *
   * @param startTls whether the connection must be sealed before anything is said
   * @param user account at the mail server; absent: it asks for none
   * @param passwordName name of the secret that holds its password
   */
  public record Mail(
      String host,
      @DefaultValue("25") int port,
      @DefaultValue("true") boolean startTls,
      String user,
      @DefaultValue("alarm-mail") String passwordName,
      String from,
      List<String> to) {}

  /** Settings under {@code gateway.alarms.syslog}: RFC 5424. */
  public record Syslog(
      String host, @DefaultValue("514") int port, @DefaultValue("UDP") Transport transport) {

    /** What carries it. */
    public enum Transport {
      UDP,
      TCP
    }
  }
}
