package io.entente.sandbox.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.sandbox.FreePorts;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails are received over SMTP and read over HTTP. */
class MailServerIT {

    private final List<Integer> ports = FreePorts.find(2);
    private final Mailbag mailbag = new Mailbag();
    private final HttpClient http = HttpClient.newHttpClient();
    private MailServer smtp;
    private MailPageServer pages;

    @BeforeEach
    void start() {
        smtp = MailServer.start(ports.get(0), mailbag);
        pages = MailPageServer.start(ports.get(1), mailbag);
    }

    @AfterEach
    void stop() {
        pages.close();
        smtp.close();
    }

    @Test
    void a_mail_in_any_language_is_shown_on_its_page_and_by_the_api() throws Exception {
        send("コミッションのお知らせ", "佐藤様\n\n紹介 <ありがとう> & コミッション", "misaki@minato.example");
        JsonNode mail = JsonMapper.shared()
                .readTree(get("/api/mails").body())
                .path("items")
                .path(0);
        assertThat(mail.path("subject").asString()).isEqualTo("コミッションのお知らせ");
        assertThat(mail.path("body").asString()).isEqualToNormalizingNewlines("佐藤様\n\n紹介 <ありがとう> & コミッション");
        assertThat(mail.path("to").asString()).isEqualTo("misaki@minato.example");
        assertThat(mail.path("messageId").asString()).startsWith("<");
        assertThat(get("/").body()).contains("コミッションのお知らせ", "href=\"/mails/1\"");
        assertThat(get("/mails/1").body()).contains("紹介 &lt;ありがとう&gt; &amp; コミッション");
        assertThat(get("/mails/2").statusCode()).isEqualTo(404);
    }

    @Test
    void a_mail_to_several_recipients_is_kept_once_and_pages_start_with_the_newest() throws Exception {
        send("First", "1", "a@kaya.example,b@kaya.example");
        send("Second", "2", "a@kaya.example");
        send("Third", "3", "a@kaya.example");
        JsonNode newest = JsonMapper.shared().readTree(get("/api/mails?limit=2").body());
        assertThat(subjects(newest)).containsExactly("Third", "Second");
        String next = newest.path("next").asString();
        JsonNode oldest = JsonMapper.shared()
                .readTree(get("/api/mails?limit=2&cursor=" + next).body());
        assertThat(subjects(oldest)).containsExactly("First");
        assertThat(oldest.has("next")).isFalse();
    }

    @Test
    void the_plain_text_of_a_multipart_mail_is_shown() throws Exception {
        MimeMessage message = message("Two forms", "a@kaya.example");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>Good news</p>", "text/html; charset=utf-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("Good news, plainly", "UTF-8");
        message.setContent(new MimeMultipart("alternative", html, plain));
        Transport.send(message);
        assertThat(get("/mails/1").body()).contains("<pre>Good news, plainly</pre>");
    }

    @Test
    void nothing_can_be_changed_over_http() throws Exception {
        HttpRequest delete = HttpRequest.newBuilder(uri("/mails/1")).DELETE().build();
        HttpResponse<String> answer = http.send(delete, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    private static List<String> subjects(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(mail -> mail.path("subject").asString())
                .toList();
    }

    private void send(String subject, String text, String to) throws Exception {
        MimeMessage message = message(subject, to);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private MimeMessage message(String subject, String to) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", ports.get(0).toString());
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("program@entente.example");
        message.setRecipients(RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        return message;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString(UTF_8));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + ports.get(1) + path);
    }
}
