package io.braid.mail;

import jakarta.mail.MessagingException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Speaks SMTP to the server of {@code BRAID_SMTP_URL}: {@code smtps://} with TLS from the first byte, {@code smtp://}
 * with STARTTLS, which is required as soon as a password would travel. The server's certificate must be its name's.
 */
final class SmtpPostman implements Postman {
    private static final int SMTP_PORT = 587;
    private static final int SMTPS_PORT = 465;
    private static final String TIMEOUT_MILLIS = "15000";
    private static final int FAULT_LENGTH_MAX = 300;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;

    SmtpPostman(URI url, String from) {
        boolean tls = "smtps".equals(url.getScheme());
        this.from = from;
        sender.setProtocol(tls ? "smtps" : "smtp");
        sender.setHost(url.getHost());
        sender.setPort(url.getPort() > 0 ? url.getPort() : tls ? SMTPS_PORT : SMTP_PORT);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        String user = part(url.getRawUserInfo(), 0);
        String password = part(url.getRawUserInfo(), 1);
        if (user != null) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        sender.setJavaMailProperties(properties(tls ? "mail.smtps." : "mail.smtp.", user != null));
    }

    private static Properties properties(String prefix, boolean authenticated) {
        Properties properties = new Properties();
        properties.setProperty(prefix + "auth", Boolean.toString(authenticated));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(authenticated));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        return properties;
    }

    private static @Nullable String part(@Nullable String userInfo, int index) {
        if (userInfo == null) {
            return null;
        }
        String[] parts = userInfo.split(":", 2);
        return parts.length <= index
                ? null
                : URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String deliver(Mail mail) {
        try {
            var message = sender.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setValidateAddresses(true);
            parts.setFrom(from);
            parts.setTo(mail.recipient());
            parts.setSubject(mail.subject());
            parts.setText(mail.text() == null ? "" : mail.text());
            // A second delivery after a crash carries the same id, so that mail programs can tell.
            message.setHeader("Message-ID", "<" + mail.id() + "@braid>");
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return "";
        } catch (MessagingException | MailException e) {
            String told = String.valueOf(e.getMessage()).replaceAll("[\\p{Cntrl}]+", " ");
            return told.length() <= FAULT_LENGTH_MAX ? told : told.substring(0, FAULT_LENGTH_MAX);
        }
    }
}
