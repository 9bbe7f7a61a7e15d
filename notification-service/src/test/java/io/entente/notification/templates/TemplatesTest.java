package io.entente.notification.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private static final ZoneId KUALA_LUMPUR = ZoneId.of("Asia/Kuala_Lumpur");
    private final Templates templates = new Templates();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Your commission for Brightwater Logistics: $105.40",
                "en-GB|Your commission for Brightwater Logistics: US$105.40",
                "ms-MY|Komisen anda bagi Brightwater Logistics: USD 105.40",
                "de-DE|Ihre Provision für Brightwater Logistics: 105,40 $",
                "ja-JP|Brightwater Logistics のコミッション：$105.40",
                "es-ES|Su comisión por Brightwater Logistics: 105,40 US$",
                "es-MX|Su comisión por Brightwater Logistics: USD 105.40",
                "pt-BR|A sua comissão por Brightwater Logistics: US$ 105,40"
            })
    void an_amount_is_written_as_the_partners_region_writes_it(String locale, String subject) {
        assertThat(commission(locale).subject()).isEqualTo(subject);
    }

    @Test
    void a_german_partner_reads_how_its_commission_came_about() {
        assertThat(commission("de").body())
                .isEqualTo(
                        """
                        Sie haben eine Provision von 105,40 $ für den Abschluss mit Brightwater Logistics vom 2. April 2026 \
                        verdient. Der Abschluss hat einen Wert von 1.054,00 $.

                        Ihr Satz für diesen Abschluss beträgt 10 %.

                        Mehrere Partner haben diesen Abschluss gebracht; Ihr Anteil daran beträgt 37,5 %.

                        Der Betrag folgt dem Plan standard-referral, Version 3, der an diesem Tag galt.

                        Die ganze Berechnung finden Sie Schritt für Schritt im Partnerportal unter Provision, Referenz com_1.""");
    }

    @Test
    void a_japanese_partner_reads_its_own_dates() {
        assertThat(commission("ja").body())
                .startsWith(
                        "Brightwater Logistics との契約により、$105.40 のコミッションが発生しました。" + "契約日は 2026年4月2日、契約金額は $1,054.00 です。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Asia/Kuala_Lumpur|You will have our answer by Tuesday, 3 March 2026, 10:15 (GMT+8).",
                "en|America/New_York|You will have our answer by Monday, 2 March 2026, 21:15 (GMT-5).",
                "ms|Asia/Kuala_Lumpur|Anda akan menerima jawapan kami selewat-lewatnya pada Selasa, 3 Mac 2026, 10:15 (GMT+8).",
                "de|Europe/Berlin|Sie erhalten unsere Antwort bis Dienstag, 3. März 2026, 03:15 Uhr (GMT+1).",
                "ja|Asia/Tokyo|2026年3月3日（火）11:15（GMT+9） までにお返事いたします。",
                "es|Europe/Madrid|Recibirá nuestra respuesta a más tardar el martes, 3 de marzo de 2026, 03:15 (GMT+1).",
                "pt-BR|America/Sao_Paulo|Você receberá a nossa resposta até segunda-feira, 2 de março de 2026, 23:15 (GMT-3)."
            })
    void a_promise_is_told_on_the_partners_clock(String locale, String zone, String promise) {
        Text text = templates.render(
                MessageKind.REFERRAL_RECEIVED,
                Samples.all(MessageKind.REFERRAL_RECEIVED),
                Language.of(locale),
                ZoneId.of(zone));
        assertThat(text.body().split("\n\n")[1]).isEqualTo(promise);
    }

    @Test
    void a_declined_partner_reads_the_reason_and_what_may_help_instead() {
        assertThat(render(MessageKind.REFERRAL_DECLINED, "en").body())
                .contains("The reason:\nThe project is smaller than the firm can deliver well.")
                .contains(
                        "What may help Brightwater Logistics instead:\nQuayside Studio serves businesses of this size.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Their budget is spent.|BUDGET|Der Grund: Es gibt kein Budget dafür.¶Mehr dazu:¶Their budget is spent.",
                "There is no budget|BUDGET|Der Grund: Es gibt kein Budget dafür.",
                "There is no budget|OTHER|Der Grund: Es gibt kein Budget dafür.",
                "The client was refunded|-|Der Grund: Der Kunde hat sein Geld zurückerhalten.",
                "BUDGET|-|Der Grund: Es gibt kein Budget dafür.",
                "Their budget is spent.|-|Der Grund:¶Their budget is spent.",
                "Their budget is spent.|OTHER|Der Grund:¶Their budget is spent.",
                "The stars are wrong|STARS|Der Grund:¶The stars are wrong",
                "STARS_WRONG|-|Der Grund: Er steht im Partnerportal.",
                "-|OTHER|Der Grund: Er steht im Partnerportal.",
                "-|-|"
            })
    void a_reason_is_told_in_the_partners_language_where_the_list_has_it_and_else_as_written(
            String words, String code, String told) {
        Facts facts = Samples.required(MessageKind.REFERRAL_LOST).withReason(words, code);
        String body = templates
                .render(MessageKind.REFERRAL_LOST, facts, Language.of("de"), KUALA_LUMPUR)
                .body();
        String between = body.substring(body.indexOf("\n\n"), body.lastIndexOf("\n\n"));
        assertThat(between.strip().replaceAll("\\n+", "¶")).isEqualTo(told == null ? "" : told);
    }

    @Test
    void a_reason_nobody_has_put_into_words_yet_points_to_the_portal() {
        Facts facts = Samples.required(MessageKind.NO_COMMISSION_DUE)
                .withWord("reason", "no-commission-due.because", "INVENTED_TOMORROW");
        assertThat(templates
                        .render(MessageKind.NO_COMMISSION_DUE, facts, Language.of("es"), KUALA_LUMPUR)
                        .body())
                .contains("El motivo: figura junto al cálculo en el portal de socios.");
    }

    @Test
    void a_language_outside_the_program_gets_english_words_and_figures() {
        assertThat(commission("fr-FR")).isEqualTo(commission("en"));
        assertThat(commission("de-AT").subject()).startsWith("Ihre Provision");
    }

    @Test
    void an_amount_has_the_minor_units_of_its_currency() {
        Facts yen = Samples.required(MessageKind.DEAL_WON).with("amount", org.joda.money.Money.parse("JPY 120000"));
        assertThat(templates
                        .render(MessageKind.DEAL_WON, yen, Language.of("ja"), KUALA_LUMPUR)
                        .body())
                .contains("契約金額は ￥120,000 です");
    }

    @Test
    void a_client_named_to_smuggle_a_header_in_stays_one_line() {
        Facts facts = Samples.required(MessageKind.REFERRAL_RECEIVED)
                .with("client", "Acme\r\nBcc: everybody@acme.example\u2028{service}");
        Text text = templates.render(MessageKind.REFERRAL_RECEIVED, facts, Language.of("en"), KUALA_LUMPUR);
        assertThat(text.subject()).isEqualTo("We have your referral of Acme Bcc: everybody@acme.example {service}");
    }

    @Test
    void a_long_name_does_not_make_a_long_subject() {
        Facts facts = Samples.required(MessageKind.REFERRAL_RECEIVED).with("client", "語".repeat(500));
        Text text = templates.render(MessageKind.REFERRAL_RECEIVED, facts, Language.of("ja"), KUALA_LUMPUR);
        assertThat(text.subject()).hasSize(200).endsWith("…");
    }

    @Test
    void a_missing_fact_is_an_error_where_the_message_needs_it() {
        assertThatThrownBy(() -> templates.render(
                        MessageKind.DEAL_WON, Facts.none().with("client", "Acme"), Language.of("en"), KUALA_LUMPUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deal-won.news");
    }

    @Test
    void a_letter_greets_in_the_partners_language() {
        Map<String, String> greetings = Map.of(
                "en", "Hello Aisyah,",
                "ms", "Salam sejahtera Aisyah,",
                "de", "Guten Tag Aisyah,",
                "ja", "Aisyah 様",
                "es", "Hola, Aisyah:",
                "pt", "Olá, Aisyah,");
        greetings.forEach(
                (language, greeting) -> assertThat(templates.letter("Aisyah", "The news.", Language.of(language)))
                        .startsWith(greeting + "\n\nThe news.\n\n"));
    }

    private Text commission(String locale) {
        return render(MessageKind.COMMISSION_ACCRUED, locale);
    }

    private Text render(MessageKind kind, String locale) {
        return templates.render(kind, Samples.all(kind), Language.of(locale), KUALA_LUMPUR);
    }
}
