package io.entente.referral.intake.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.matching.Matching;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.SourceIds;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Involvement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileIntroductionsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

    @Test
    void a_won_row_waits_for_an_earlier_open_introduction_that_is_protected() {
        assertThat(waiting(
                        row(1, "par_a", Stage.WON, "2026-11-01", "2026-11-20"),
                        row(2, "par_b", Stage.CONTACTED, "2026-10-01", null)))
                .containsExactly(1L);
    }

    @Test
    void a_won_row_that_comes_first_is_not_in_the_way_of_itself_but_of_later_rows_of_others() {
        assertThat(waiting(
                        row(1, "par_b", Stage.CONTACTED, "2026-11-05", null),
                        row(2, "par_a", Stage.WON, "2026-11-01", "2026-11-20"),
                        row(3, "par_a", Stage.WON, "2026-11-07", "2026-11-21")))
                .containsExactly(1L);
    }

    @Test
    void of_two_won_rows_the_later_introduction_waits_even_if_it_closed_first() {
        assertThat(waiting(
                        row(1, "par_a", Stage.WON, "2026-11-01", "2026-11-05"),
                        row(2, "par_b", Stage.WON, "2026-10-03", "2026-11-20")))
                .containsExactly(1L);
    }

    @Test
    void protections_that_ended_before_the_import_hold_nothing() {
        assertThat(waiting(
                        row(1, "par_a", Stage.WON, "2026-08-25", "2026-09-05"),
                        row(2, "par_b", Stage.WON, "2026-08-20", "2026-09-06"),
                        row(3, "par_c", Stage.CONTACTED, "2026-08-01", null)))
                .isEmpty();
    }

    @Test
    void a_deal_whose_own_protection_has_ended_waits_only_if_it_closed_within_the_one_of_another() {
        assertThat(waiting(
                        row(1, "par_a", Stage.WON, "2026-06-01", "2026-11-20"),
                        row(2, "par_a", Stage.WON, "2026-06-01", "2026-10-01"),
                        row(3, "par_b", Stage.CONTACTED, "2026-11-02", null)))
                .containsExactly(1L);
    }

    @Test
    void a_deal_of_the_same_partner_client_and_amount_within_some_days_is_repeated() {
        assertThat(decided(
                                row(1, "par_a", Stage.WON, "2017-01-01", "2017-03-20"),
                                row(2, "par_a", Stage.WON, "2017-01-01", "2017-03-13"),
                                row(3, "par_a", Stage.WON, "2017-01-01", "2017-03-21"),
                                row(4, "par_b", Stage.WON, "2017-01-01", "2017-03-13"))
                        .repeatedLines())
                .containsExactly(1L);
    }

    @Test
    void a_second_open_row_of_a_partner_for_one_client_is_repeated() {
        assertThat(decided(
                                row(1, "par_a", Stage.CONTACTED, "2026-11-02", null),
                                row(2, "par_a", Stage.CONTACTED, "2026-11-01", null),
                                row(3, "par_a", Stage.CONTACTED, "2017-11-01", null))
                        .repeatedLines())
                .containsExactly(1L);
    }

    @Test
    void a_lost_row_holds_nothing() {
        assertThat(waiting(
                        row(1, "par_a", Stage.WON, "2026-11-01", "2026-11-20"),
                        row(2, "par_b", Stage.LOST, "2026-10-01", "2026-10-20")))
                .isEmpty();
    }

    @Test
    void the_order_of_the_rows_in_the_file_decides_nothing() {
        List<Opportunity> rows = new ArrayList<>(List.of(
                row(1, "par_a", Stage.WON, "2026-11-01", "2026-11-20"),
                row(2, "par_b", Stage.CONTACTED, "2026-10-01", null),
                row(3, "par_c", Stage.PROPOSAL_SENT, "2026-10-09", null),
                row(4, "par_b", Stage.WON, "2026-11-03", "2026-11-04"),
                row(5, "par_c", Stage.WON, "2026-03-01", "2026-11-04")));
        Random order = new Random(7);
        for (int i = 0; i < 50; i++) {
            assertThat(waiting(rows.toArray(Opportunity[]::new))).containsExactly(1L, 3L, 5L);
            Collections.shuffle(rows, order);
        }
    }

    private static List<Long> waiting(Opportunity... rows) {
        FileIntroductions introductions = decided(rows);
        return introductions.lines();
    }

    private static FileIntroductions decided(Opportunity... rows) {
        FileIntroductions introductions =
                new FileIntroductions(partner -> Duration.ofDays(90), FileIntroductionsTest::areAlike, 7, NOW);
        for (Opportunity row : rows) {
            introductions.add(Long.parseLong(row.id()), row);
        }
        introductions.decide();
        return introductions;
    }

    /** As the program's first policy has it. */
    private static boolean areAlike(Client one, Client other) {
        Matching matching = new Matching(
                new BigDecimal("0.92"),
                new BigDecimal("0.90"),
                new BigDecimal("0.95"),
                new BigDecimal("0.85"),
                Matching.INITIALS);
        return matching.isConflict(matching.compare(identity(one), identity(other)));
    }

    private static ClientIdentity identity(Client client) {
        return ClientIdentity.of(client.organisation(), client.domain(), client.country(), Set.of());
    }

    @Test
    void the_first_introduction_gets_a_client_that_the_rows_write_in_different_ways() {
        Client named = new Client("Kühn Pumpen GmbH", null, "AT", null);
        Client withDomain = new Client("Pumpen Kuehn", "kuehn.example", null, null);
        Client elsewhere = new Client("Kühn Pumpen", null, "DE", null);
        Opportunity open = of(named, row(2, "par_b", Stage.CONTACTED, "2026-10-01", null));

        assertThat(waiting(of(withDomain, row(1, "par_a", Stage.WON, "2026-11-01", "2026-11-20")), open))
                .containsExactly(1L);
        assertThat(decided(of(withDomain, row(1, "par_a", Stage.WON, "2026-11-01", "2026-11-20")), open)
                        .holderBefore(SourceIds.referralId("own", "1")))
                .contains(SourceIds.referralId("own", "2"));
        assertThat(waiting(of(elsewhere, row(1, "par_a", Stage.WON, "2026-11-01", "2026-11-20")), open))
                .as("in another country")
                .isEmpty();
        assertThat(waiting(of(withDomain, row(1, "par_b", Stage.WON, "2026-11-01", "2026-11-20")), open))
                .as("the same partner")
                .isEmpty();
    }

    private static Opportunity of(Client client, Opportunity row) {
        return new Opportunity(
                row.source(),
                row.id(),
                row.partnerId(),
                client,
                row.service(),
                row.involvement(),
                row.stage(),
                row.submittedOn(),
                row.closedOn(),
                row.expectedOn(),
                row.value(),
                row.lossReason(),
                row.rowHash(),
                row.columns());
    }

    private static Opportunity row(
            long line, String partnerId, Stage stage, String submittedOn, @Nullable String closedOn) {
        String id = Long.toString(line);
        return new Opportunity(
                "own",
                SourceIds.normalised("own", id),
                partnerId,
                new Client("Obermoser Pumpen", null, "AT", null),
                "GTX",
                Involvement.STANDARD,
                stage,
                LocalDate.parse(submittedOn),
                closedOn == null ? null : LocalDate.parse(closedOn),
                null,
                stage == Stage.WON ? Money.of(CurrencyUnit.EUR, 1_000) : null,
                stage == Stage.LOST ? "Price" : null,
                id,
                Map.of());
    }
}
