package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Writes one letter per alarm to the people on duty. */
final class MailChannel implements AlarmChannel {

  private static final String PATIENCE_MILLIS = "5000";

  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
  private final AlarmSettings.Mail settings;

  /**
   * @param password null when the server asks for none
   */
  MailChannel(AlarmSettings.Mail settings, Secret password) {
    this.settings = settings;
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    Properties smtp = sender.getJavaMailProperties();
    smtp.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    smtp.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    smtp.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
    smtp.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
    smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (password != null) {
      smtp.setProperty("mail.smtp.auth", "true");
      sender.setUsername(settings.user());
      sender.setPassword(password.reveal());
    }
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public void tell(AlarmNotice notice) throws IOException {
    SimpleMailMessage letter = new SimpleMailMessage();
    letter.setFrom(settings.from());
    letter.setTo(settings.to().toArray(String[]::new));
    letter.setSubject(notice.line());
    letter.setText(notice.text());
    try {
      sender.send(letter);
    } catch (MailException e) {
      throw new IOException(e);
    }
  }
}
