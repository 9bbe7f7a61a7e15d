package io.entente.notification.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private static final ZoneId KUALA_LUMPUR = ZoneId.of("Asia/Kuala_Lumpur");
    private final Templates templates = new Templates(AllTemplates.languages());

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
    void an_amount_is_formatted_for_the_region_of_the_partner(String locale, String subject) {
        assertThat(commission(locale).subject()).isEqualTo(subject);
    }

    @Test
    void a_german_partner_reads_how_its_commission_was_calculated() {
        assertThat(commission("de").body())
                .isEqualTo(
                        """
                        Sie haben eine Provision von 105,40 $ für den Abschluss mit Brightwater Logistics vom 2. April 2026 \
                        verdient. Der Abschluss hat einen Wert von 1.054,00 $.

                        Ihr Satz für diesen Abschluss beträgt 10 %.

                        Für Teile des Betrags gelten verschiedene Sätze, von 5 % bis 8 %.

                        Der Plan zahlt für einen Abschluss mindestens 50,00 $, deshalb wurde der Betrag darauf erhöht.

                        Der Plan zahlt für einen Abschluss höchstens 430,00 $, deshalb wurde der Betrag darauf begrenzt.

                        Mehrere Partner haben diesen Abschluss gebracht; Ihr Anteil daran beträgt 37,5 %.

                        Der Plan zahlt im Jahr höchstens 20.000,00 $, deshalb kam nur der Rest davon hinzu.

                        Der Betrag folgt dem Plan standard-referral, Version 3, der an diesem Tag galt.

                        Die ganze Berechnung finden Sie Schritt für Schritt im Partnerportal unter Provision, Referenz com_1.""");
    }

    @Test
    void a_japanese_partner_reads_japanese_dates() {
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
    void the_time_of_a_promise_is_in_the_time_zone_of_the_partner(String locale, String zone, String promise) {
        Text text = templates.render(
                TemplateName.of("referral-received"),
                Samples.all(TemplateName.of("referral-received")),
                AllTemplates.language(locale),
                ZoneId.of(zone));
        assertThat(text.body().split("\n\n")[1]).isEqualTo(promise);
    }

    @Test
    void a_declined_referral_is_explained_with_reason_and_alternative() {
        assertThat(render(TemplateName.of("referral-declined"), "en").body())
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
    void a_listed_reason_is_translated_and_any_other_reason_is_shown_as_written(
            String words, String code, String told) {
        Facts facts = Samples.required(TemplateName.of("referral-lost")).withReason(words, code);
        String body = templates
                .render(TemplateName.of("referral-lost"), facts, AllTemplates.language("de"), KUALA_LUMPUR)
                .body();
        String between = body.substring(body.indexOf("\n\n"), body.lastIndexOf("\n\n"));
        assertThat(between.strip().replaceAll("\\n+", "¶")).isEqualTo(told == null ? "" : told);
    }

    @Test
    void an_unknown_reason_code_refers_to_the_portal() {
        Facts facts = Samples.required(TemplateName.of("no-commission-due"))
                .withWord("reason", "no-commission-due.because", "INVENTED_TOMORROW");
        assertThat(templates
                        .render(TemplateName.of("no-commission-due"), facts, AllTemplates.language("es"), KUALA_LUMPUR)
                        .body())
                .contains("El motivo: figura junto al cálculo en el portal de socios.");
    }

    @Test
    void an_unsupported_language_gets_english_texts_and_formats() {
        assertThat(commission("fr-FR")).isEqualTo(commission("en"));
        assertThat(commission("de-AT").subject()).startsWith("Ihre Provision");
    }

    @Test
    void an_amount_has_the_minor_units_of_its_currency() {
        Facts yen =
                Samples.required(TemplateName.of("deal-won")).with("amount", org.joda.money.Money.parse("JPY 120000"));
        assertThat(templates
                        .render(TemplateName.of("deal-won"), yen, AllTemplates.language("ja"), KUALA_LUMPUR)
                        .body())
                .contains("契約金額は ￥120,000 です");
    }

    @Test
    void a_client_name_cannot_inject_a_header() {
        Facts facts = Samples.required(TemplateName.of("referral-received"))
                .with("client", "Acme\r\nBcc: everybody@acme.example\u2028{service}");
        Text text = templates.render(
                TemplateName.of("referral-received"), facts, AllTemplates.language("en"), KUALA_LUMPUR);
        assertThat(text.subject()).isEqualTo("We have your referral of Acme Bcc: everybody@acme.example {service}");
    }

    @Test
    void a_long_name_is_cut_in_the_subject() {
        Facts facts = Samples.required(TemplateName.of("referral-received")).with("client", "語".repeat(500));
        Text text = templates.render(
                TemplateName.of("referral-received"), facts, AllTemplates.language("ja"), KUALA_LUMPUR);
        assertThat(text.subject()).hasSize(200).endsWith("…");
    }

    @Test
    void a_missing_required_fact_is_an_error() {
        assertThatThrownBy(() -> templates.render(
                        TemplateName.of("deal-won"),
                        Facts.none().with("client", "Acme"),
                        AllTemplates.language("en"),
                        KUALA_LUMPUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deal-won.news");
    }

    @Test
    void a_language_of_the_program_without_messages_is_refused() {
        assertThatThrownBy(() -> new Templates(List.of("en", "fr")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are no messages in fr; add them or remove it from entente.program.languages");
    }

    @Test
    void a_reader_whose_language_is_not_the_programs_reads_english() {
        Templates malayOnly = new Templates(List.of("ms"));
        assertThat(malayOnly.language("ms-MY").code()).isEqualTo("ms");
        assertThat(malayOnly.language("de").code()).isEqualTo("en");
        assertThat(malayOnly.letter("Aisyah", "The news.", malayOnly.language("de")))
                .startsWith("Hello Aisyah,");
    }

    @Test
    void a_letter_greets_in_the_language_of_the_partner() {
        Map<String, String> greetings = Map.of(
                "en", "Hello Aisyah,",
                "ms", "Salam sejahtera Aisyah,",
                "de", "Guten Tag Aisyah,",
                "ja", "Aisyah 様",
                "es", "Hola, Aisyah:",
                "pt", "Olá, Aisyah,");
        greetings.forEach((language, greeting) -> assertThat(
                        templates.letter("Aisyah", "The news.", AllTemplates.language(language)))
                .startsWith(greeting + "\n\nThe news.\n\n"));
    }

    private Text commission(String locale) {
        return render(TemplateName.of("commission-accrued"), locale);
    }

    private Text render(TemplateName template, String locale) {
        return templates.render(template, Samples.all(template), AllTemplates.language(locale), KUALA_LUMPUR);
    }
}
