package io.entente.notification.messages.stream;

import static io.entente.notification.messages.stream.AnnouncementVariants.NOTHING_DUE;
import static io.entente.notification.messages.stream.AnnouncementVariants.REASONS_OF_THE_PROGRAM;
import static io.entente.notification.messages.stream.AnnouncementVariants.limited;
import static io.entente.notification.messages.stream.AnnouncementVariants.onPayment;
import static io.entente.notification.messages.stream.AnnouncementVariants.texts;
import static io.entente.notification.messages.stream.AnnouncementVariants.unpaid;
import static io.entente.notification.messages.stream.AnnouncementVariants.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.Announcement;
import io.entente.notification.templates.AllTemplates;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What partners are told about commission, and why a deal earns none. */
class CommissionAnnouncementTest {

    @Test
    void each_reason_for_no_commission_has_a_text_of_its_own_in_every_language() {
        for (String language : AllTemplates.languages()) {
            Set<String> bodies = new HashSet<>();
            for (String reason : NOTHING_DUE) {
                bodies.add(reasonFor(reason, language));
            }
            assertThat(bodies).as(language).hasSize(NOTHING_DUE.size());
            assertThat(bodies).as(language).doesNotContain(reasonFor("INVENTED_TOMORROW", language));
        }
    }

    @Test
    void a_change_of_nothing_is_no_news() {
        for (String type : List.of("commission.commission-released.v1", "commission.commission-adjusted.v1")) {
            Announcement nothing = variant(type, "nothing", event -> event.putObject("amount")
                            .put("amount", "0.00")
                            .put("currency", "USD"))
                    .announcement();
            assertThat(nothing.partnerTemplate()).as(type).isNull();
        }
    }

    @Test
    void a_statement_that_does_not_count_the_referrals_does_not_say_that_none_were_sent() {
        for (String type : List.of("commission.statement-issued.v1", "commission.statement-finalized.v1")) {
            assertThat(statement(type, 3)).contains("Referrals: 3", "Revenue: ");
            assertThat(statement(type, 0)).doesNotContain("Referrals").contains("Revenue: ");
        }
    }

    private static String statement(String type, int referrals) {
        return texts(
                        variant(type, "counted", event -> event.put("referrals", referrals))
                                .announcement(),
                        "en")
                .get(0)
                .body();
    }

    @Test
    void a_payout_names_its_taxes_if_it_has_any() {
        for (String type : List.of("commission.payout-approved.v1", "commission.payout-paid.v1")) {
            Announcement taxed = variant(type, "with taxes", event -> event.putObject("vat")
                            .put("amount", "200.26")
                            .put("currency", "USD"))
                    .announcement();
            assertThat(texts(taxed, "en").get(0).body()).contains("200.26 VAT");
            assertThat(texts(variant(type, "without", event -> {}).announcement(), "en")
                            .get(0)
                            .body())
                    .doesNotContain("VAT");
        }
    }

    @Test
    void a_payment_that_earns_nothing_says_on_which_side_of_the_engagement_it_is_or_that_the_deal_was_reversed() {
        assertThat(outside("2026-03-30"))
                .contains(
                        "$450.00",
                        "30 March 2026",
                        "before the agreed time",
                        "first day of the engagement is 1 April 2026")
                .doesNotContain("reversed", "last day");
        assertThat(outside("2026-07-06"))
                .contains("after the agreed time", "last day of the engagement was 30 June 2026")
                .doesNotContain("reversed", "first day");
        assertThat(outside("2026-05-06"))
                .contains("the deal was reversed before the client paid")
                .doesNotContain("first day", "last day");
    }

    @Test
    void a_commission_on_a_payment_names_the_payment_and_what_it_is_computed_on() {
        String body = texts(
                        variant("commission.commission-accrued.v1", "payment", event -> onPayment(event))
                                .announcement(),
                        "en")
                .get(0)
                .body();

        assertThat(body)
                .contains("paid $700.00 on 4 May 2026", "$1,400.00", "had earned $70.00", "Your rate is 10%")
                .doesNotContain("10,540.00");
    }

    @Test
    void a_commission_names_its_rates_its_floor_and_its_caps() {
        String body = texts(
                        variant("commission.commission-accrued.v1", "limits", event -> limited(event))
                                .announcement(),
                        "en")
                .get(0)
                .body();

        assertThat(body)
                .contains(
                        "from 5% to 8%",
                        "at least $50.00",
                        "at most $430.00 for a deal",
                        "at most $400.00 in a year",
                        "your share of it is 40%");
    }

    private static String outside(String paidOn) {
        Announcement announcement = variant("commission.no-commission-due.v1", paidOn, event -> unpaid(event, paidOn)
                        .put("reason", "OUTSIDE_ENGAGEMENT"))
                .announcement();
        return texts(announcement, "en").get(0).body();
    }

    private static String reasonFor(String reason, String language) {
        Announcement announcement = variant(
                        "commission.no-commission-due.v1", reason, event -> event.put("reason", reason))
                .announcement();
        return texts(announcement, language).get(0).body();
    }

    @Test
    void a_reason_of_a_bank_is_told_in_the_readers_language() {
        for (String type : List.of("commission.payout-failed.v1", "commission.payout-returned.v1")) {
            Announcement closed = variant(type, "closed", event -> event.put("reason", "The bank account is closed."))
                    .announcement();
            assertThat(texts(closed, "de").get(0).body())
                    .as(type)
                    .contains("Das Bankkonto ist geschlossen.")
                    .doesNotContain("The bank account is closed.");
        }
    }

    @Test
    void a_reason_of_the_program_is_told_in_the_readers_language() {
        Announcement adjusted = variant("commission.commission-adjusted.v1", "tier", event -> event.put(
                                "reason", "Deal d-4, won deal number 4 of 2026, reached a higher rate.")
                        .put("reasonCode", "TIER_REACHED"))
                .announcement();
        Announcement byPerson = variant(
                        "commission.commission-adjusted.v1", "words", event -> event.put("reason", "As agreed.")
                                .putNull("reasonCode"))
                .announcement();

        assertThat(texts(adjusted, "de").get(0).body())
                .contains(
                        "Ein weiterer gewonnener Auftrag hat einen höheren Satz erreicht, der für das ganze Jahr gilt.")
                .doesNotContain("won deal number");
        assertThat(texts(byPerson, "de").get(0).body()).contains("As agreed.");
        for (String reason : REASONS_OF_THE_PROGRAM) {
            Announcement clawedBack = variant(
                            "commission.commission-clawed-back.v1", reason, event -> event.put("reason", "In English.")
                                    .put("reasonCode", reason))
                    .announcement();
            for (String language : List.of("en", "ms", "de", "ja", "es", "pt")) {
                assertThat(texts(clawedBack, language).get(0).body())
                        .as("%s in %s", reason, language)
                        .doesNotContain("In English.", reason);
            }
        }
    }
}
