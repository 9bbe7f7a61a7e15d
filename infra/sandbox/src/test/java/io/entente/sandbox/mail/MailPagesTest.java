package io.entente.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MailPagesTest {

    private static final String SCRIPT = "<script>alert('1')</script>\"&";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;";

    @Test
    void the_content_of_a_mail_is_escaped() {
        String page = MailPages.mail(mail(1, SCRIPT));
        assertThat(page).doesNotContain("<script").contains("<h1>" + ESCAPED + "</h1>", "<pre>" + ESCAPED + "</pre>");
        assertThat(MailPages.list(List.of(mail(1, SCRIPT)), 1, 1))
                .doesNotContain("<script")
                .contains("<strong>" + ESCAPED + "</strong>");
    }

    @Test
    void percent_signs_are_shown_as_text() {
        assertThat(MailPages.mail(mail(1, "20 %s of 100 %d"))).contains("20 %s of 100 %d");
    }

    @Test
    void a_full_page_has_a_link_to_older_mails() {
        List<ReceivedMail> full = LongStream.iterate(60, number -> number - 1)
                .limit(MailPages.PAGE)
                .mapToObj(number -> mail(number, "Hello"))
                .toList();
        assertThat(MailPages.list(full, 60, 60)).contains("href=\"/?cursor=11\"");
        assertThat(MailPages.list(full.subList(0, 10), 60, 60)).doesNotContain("cursor");
    }

    @Test
    void the_page_fits_a_phone_and_says_if_there_are_no_mails() {
        assertThat(MailPages.list(List.of(), 0, 0))
                .contains("<html lang=\"en\">", "name=\"viewport\"", "<meta charset=\"utf-8\">", "No mails yet");
    }

    @Test
    void only_the_newest_mails_are_kept() {
        Mailbag mailbag = new Mailbag();
        int received = Mailbag.MAX_MAILS + 20;
        for (int i = 0; i < received; i++) {
            mailbag.add(number -> mail(number, "Hello " + number));
        }
        assertThat(mailbag.kept()).isEqualTo(Mailbag.MAX_MAILS);
        assertThat(mailbag.received()).isEqualTo(received);
        assertThat(mailbag.find(20)).isEmpty();
        assertThat(mailbag.find(21)).isPresent();
        assertThat(mailbag.page(received, 2)).extracting(ReceivedMail::number).containsExactly(519L, 518L);
    }

    private static ReceivedMail mail(long number, String text) {
        return new ReceivedMail(
                number, text, "firm@entente.example", text, Instant.EPOCH, "<1@entente.example>", List.of(), text);
    }
}
