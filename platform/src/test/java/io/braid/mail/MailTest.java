package io.braid.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Mails over real SMTP, to a server on the loopback that comes and goes. */
class MailTest {
    private static final String PASSWORD = "seven tall giraffes dance";

    @Test
    void an_invitation_waits_for_the_mail_server_arrives_once_and_leaves_no_link_behind()
            throws MessagingException, IOException {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();
        Map<String, String> settings = Map.of(
                "BRAID_SMTP_URL", "smtp://127.0.0.1:" + port,
                "BRAID_MAIL_FROM", "oms@example.com",
                "BRAID_PUBLIC_URL", "https://oms.example.com/");
        try (BraidUnderTest braid = BraidUnderTest.start(settings)) {
            MailJob job = braid.bean(MailJob.class);
            // From here on mails are sent when the test says so.
            job.close();
            Map<String, Object> colleague =
                    Map.of("email", "new@example.com", "name", "Bcc: evil@example.com", "roles", List.of("care"));
            assertThat(braid.post("/api/v1/users", colleague).status()).isEqualTo(201);
            JdbcClient owner = JdbcClient.create(braid.database().owner());
            job.run();
            assertThat(mail(braid).at("/status").asString()).isEqualTo("WAITING");

            GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            back.start();
            try {
                owner.sql("update mail set next_at = now()").update();
                job.run();
                job.run();
                assertThat(back.waitForIncomingEmail(5_000, 1)).isTrue();
                MimeMessage[] received = back.getReceivedMessages();
                assertThat(received).hasSize(1);
                assertThat(received[0].getFrom()[0]).hasToString("oms@example.com");
                assertThat(received[0].getAllRecipients()).hasSize(1);
                assertThat(mail(braid).at("/status").asString()).isEqualTo("SENT");
                assertThat(mail(braid).has("text")).isFalse();
                accepted(braid, String.valueOf(received[0].getContent()));
            } finally {
                back.stop();
            }
        }
    }

    @Test
    void a_text_that_nobody_would_read_to_its_end_is_cut_at_a_line_and_says_so() {
        String line = "100000001-1 at MEM: ship by 2026-11-24 17:00 UTC, overdue\n";

        String kept = new Draft("a@example.com", "much", line.repeat(2_000)).text();

        assertThat(kept).hasSizeLessThan(20_100).contains(line + "(cut here: ").doesNotContain("overdue(cut");
        assertThat(new Draft("a@example.com", "little", line).text()).isEqualTo(line);
    }

    private static JsonNode mail(BraidUnderTest braid) {
        return braid.get("/api/v1/mails?recipient=new@example.com").json().at("/items/0");
    }

    /** The public address is https, so the link and the cookie are. */
    private static void accepted(BraidUnderTest braid, String text) {
        Matcher link = Pattern.compile("https://oms\\.example\\.com/admin/#/invitation/(\\S+)")
                .matcher(text);
        assertThat(link.find()).as(text).isTrue();
        Browser browser = Browser.atConsole(braid);
        Answer accepted = braid.send(browser.bare("/invitations/acceptance")
                .POST(BodyPublishers.ofString(
                        "{\"token\":\"" + link.group(1) + "\",\"password\":\"" + PASSWORD + "\"}")));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        Answer signedIn = braid.send(browser.bare("/sessions")
                .header("Origin", "https://oms.example.com")
                .POST(BodyPublishers.ofString("{\"email\":\"new@example.com\",\"password\":\"" + PASSWORD + "\"}")));
        assertThat(signedIn.header("Set-Cookie"))
                .startsWith("__Host-braid-admin=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/");
    }
}
