package io.entente.sandbox.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Renders the mails as HTML pages without scripts, for screens of any size. */
final class MailPages {

    static final int PAGE = 50;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String LAYOUT =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.5rem; line-height: 1.25; }
            ol { list-style: none; margin: 0; padding: 0; }
            li { border-top: 1px solid color-mix(in srgb, currentColor 25%%, transparent); }
            li a { display: block; padding: .75rem .25rem; text-decoration: none; color: inherit; }
            li a:hover strong, li a:focus-visible strong { text-decoration: underline; }
            li span { display: block; font-size: .9rem; }
            a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
            nav { margin: 1rem 0; }
            dl { display: grid; grid-template-columns: minmax(5rem, max-content) 1fr; gap: .25rem 1rem; }
            dt { font-weight: 600; }
            dd { margin: 0; min-width: 0; }
            pre { white-space: pre-wrap; font: inherit; border: solid color-mix(in srgb, currentColor 25%%, transparent); border-width: 1px 0; padding: 1rem 0; }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private MailPages() {}

    /** The list of mails, newest first, with a link to older ones. */
    static String list(List<ReceivedMail> mails, long received, int kept) {
        String body =
                """
                <header><h1>Mails sent by the sandbox</h1>
                <p>%s</p></header>
                <main><ol>
                %s</ol></main>
                %s"""
                        .formatted(
                                count(received, kept),
                                mails.stream().map(MailPages::row).collect(Collectors.joining()),
                                navigation(mails));
        return LAYOUT.formatted("Entente sandbox: sent mails", body);
    }

    /** One mail: the most important headers, the text, and all headers. */
    static String mail(ReceivedMail mail) {
        String body =
                """
                <nav><a href="/">All mails</a></nav>
                <main><h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                <pre>%s</pre>
                <details><summary>All headers</summary><dl>%s</dl></details></main>"""
                        .formatted(
                                escape(subject(mail)),
                                escape(mail.from()),
                                escape(mail.to()),
                                time(mail.date()),
                                escape(mail.body()),
                                mail.headers().stream()
                                        .map(header -> "<dt>%s</dt><dd>%s</dd>%n"
                                                .formatted(escape(header.name()), escape(header.value())))
                                        .collect(Collectors.joining()));
        return LAYOUT.formatted(escape(subject(mail)), body);
    }

    static String notFound() {
        return LAYOUT.formatted(
                "Mail not found",
                """
                <main><h1>Mail not found</h1>
                <p>The sandbox keeps only the newest %d mails since its start. <a href="/">Show all mails</a></p></main>"""
                        .formatted(Mailbag.MAX_MAILS));
    }

    private static String count(long received, int kept) {
        if (received == 0) {
            return "No mails yet. Submit a referral for a partner, then reload this page.";
        }
        String all = received == 1 ? "1 mail" : received + " mails";
        return kept == received
                ? all + " since the sandbox started."
                : all + " since the sandbox started. The newest " + kept + " are kept.";
    }

    private static String row(ReceivedMail mail) {
        return "<li><a href=\"/mails/%d\"><strong>%s</strong><span>to %s, %s</span></a></li>%n"
                .formatted(mail.number(), escape(subject(mail)), escape(mail.to()), time(mail.date()));
    }

    private static String navigation(List<ReceivedMail> mails) {
        if (mails.size() < PAGE || mails.get(mails.size() - 1).number() == 1) {
            return "";
        }
        long oldest = mails.get(mails.size() - 1).number();
        return "<nav><a href=\"/?cursor=%d\">Older mails</a></nav>".formatted(oldest);
    }

    private static String subject(ReceivedMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String time(Instant at) {
        return "<time datetime=\"%s\">%s</time>".formatted(at.truncatedTo(ChronoUnit.SECONDS), TIME.format(at));
    }

    /** Safe as text and inside a quoted attribute. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
