package io.entente.referral.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.crm.CrmDeal.StageChange;
import io.entente.referral.crm.CrmSettings.Connection;
import io.entente.referral.crm.StageDecision.Situation;
import io.entente.referral.crm.StageDecision.Step;
import io.entente.referral.deals.Deal;
import io.entente.referral.intake.json.ShippedProfiles;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralMother;
import io.entente.referral.referral.ReferralStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class StageDecisionTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:30:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-31");
    private static final ImportProfile PROFILE = ShippedProfiles.read(
                    JsonMapper.builder().build())
            .stream()
            .filter(profile -> profile.code().equals("generic-deals"))
            .findFirst()
            .orElseThrow();
    private static final Connection CONNECTION = new Connection(
            List.of("secret"), "generic-deals", null, "referralId", List.of(), ZoneOffset.UTC, Duration.ofMinutes(2));
    private static final Deal CLOSED = ReferralMother.deal("deal_1")
            .on(ReferralMother.submission().state(), ReferralMother.at(NOW))
            .state();

    @ParameterizedTest
    @CsvSource({
        "CONTACTED, SUBMITTED, Moves",
        "MEETING_HELD, CONTACTED, Moves",
        "PROPOSAL_SENT, ACCEPTED, Moves",
        "SUBMITTED, SUBMITTED, Stays",
        "CONTACTED, MEETING_HELD, Stays",
        "CONTACTED, CONTACTED, Stays",
        "CONTACTED, WON, MOVED_BACK",
        "CONTACTED, LOST, MOVED_BACK",
        "LOST, CONTACTED, Moves",
        "LOST, LOST, Stays",
        "LOST, EXPIRED, Stays",
        "LOST, DUPLICATE, Stays",
        "LOST, WON, MOVED_BACK",
        "WON, CONTACTED, Closes",
        "WON, WON, Closes",
        "WON, DUPLICATE, REFERRAL_STATE",
        "CONTACTED, DUPLICATE, REFERRAL_STATE",
        "Haggling, CONTACTED, UNKNOWN_STAGE",
    })
    void a_stage_moves_a_referral_forward_only(String stage, ReferralStatus status, String step) {
        assertThat(said(decided(stage, new Given(priced("1054", "USD"), ReferralMother.in(status)))))
                .isEqualTo(step);
    }

    @Test
    void a_deal_is_closed_with_its_terms() {
        Step step = decided("WON", new Given(priced("1054", "USD"), ReferralMother.in(ReferralStatus.CONTACTED)));

        assertThat(step).isEqualTo(new Step.Closes(Money.parse("USD 1054"), TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15, Closes, 2026-03-15",
        "1990-01-01, Closes, 1990-01-01",
        "2026-11-20, Closes, 2026-03-31",
        "1989-12-31, REFUSED,",
        "1900-01-01, REFUSED,",
        "-157766400000, REFUSED,",
        "2026-02-30, REFUSED,",
    })
    void a_closing_date_that_is_a_mistake_waits_and_an_expected_one_is_not_used(
            String reported, String step, @Nullable LocalDate closedOn) {
        CrmDeal deal = deal().heard(
                        new DealChange(
                                "D-1",
                                "dated",
                                NOW,
                                null,
                                Map.of(
                                        DealFact.AMOUNT, "77",
                                        DealFact.CURRENCY, "EUR",
                                        DealFact.CLOSED_ON, reported),
                                null),
                        NOW);

        Step decided = decided("WON", new Given(deal, ReferralMother.in(ReferralStatus.MEETING_HELD)));

        assertThat(said(decided)).isEqualTo(step);
        assertThat(decided instanceof Step.Closes closes ? closes.closedOn() : null)
                .isEqualTo(closedOn);
    }

    @Test
    void a_loss_carries_the_day_of_the_change() {
        assertThat(decided("LOST", new Given(deal(), ReferralMother.in(ReferralStatus.CONTACTED))))
                .isEqualTo(new Step.Moves(Stage.LOST, TODAY));
    }

    @Test
    void a_won_deal_waits_for_what_is_missing() {
        Referral referral = ReferralMother.in(ReferralStatus.CONTACTED);

        assertThat(said(decided("WON", new Given(deal(), referral)))).isEqualTo("AMOUNT_MISSING");
        assertThat(said(decided("WON", new Given(priced("0", "USD"), referral))))
                .isEqualTo("AMOUNT_MISSING");
        Given contested = new Given(priced("1054", "USD"), referral);
        contested.isInConflict = true;
        assertThat(said(decided("WON", contested))).isEqualTo("REFERRAL_STATE");
    }

    @Test
    void a_sale_is_not_closed_twice() {
        Given same = new Given(priced("1054", "USD"), ReferralMother.in(ReferralStatus.WON));
        same.sameSale = CLOSED;
        Given merged = new Given(priced("1054", "USD"), ReferralMother.in(ReferralStatus.WON));
        merged.closedByMerged = List.of(CLOSED);
        Given closed = new Given(priced("1054", "USD"), ReferralMother.in(ReferralStatus.WON));
        closed.closed = CLOSED;

        assertThat(said(decided("WON", same))).isEqualTo("REFUSED");
        assertThat(said(decided("WON", merged))).isEqualTo("REFUSED");
        assertThat(decided("WON", closed)).isEqualTo(new Step.Stays(null));
    }

    @Test
    void a_deal_of_an_imported_referral_whose_client_another_partner_has_waits_unless_accepting_it_asks_whose_it_is() {
        Given accepted = new Given(priced("815", "USD"), ReferralMother.in(ReferralStatus.CONTACTED));
        accepted.isClientOfAnother = true;
        Given undecided = new Given(priced("815", "USD"), ReferralMother.in(ReferralStatus.SUBMITTED));
        undecided.isClientOfAnother = true;

        assertThat(said(decided("WON", accepted))).isEqualTo("REFERRAL_STATE");
        assertThat(said(decided("WON", undecided))).isEqualTo("Closes");
    }

    @Test
    void a_loss_of_one_of_several_deals_changes_nothing_and_says_why() {
        Given beside = new Given(deal(), ReferralMother.in(ReferralStatus.CONTACTED));
        beside.openBeside = CrmDeal.firstHeardOf(Crm.GENERIC, "D-2", NOW);

        assertThat(decided("LOST", beside))
                .isEqualTo(new Step.Stays("was not applied, because deal generic/D-2 of the referral is open or won"));
    }

    @Test
    void a_later_stage_supersedes_one_that_is_closed_unknown_or_waits() {
        Referral referral = ReferralMother.in(ReferralStatus.SUBMITTED);

        for (String stage : List.of("WON", "LOST", "Haggling")) {
            assertThat(of(new Given(priced("1", "USD"), referral)).of(change(stage), false))
                    .isEqualTo(new Step.Superseded());
        }
        assertThat(of(new Given(deal(), ReferralMother.in(ReferralStatus.WON))).of(change("CONTACTED"), false))
                .as("it would wait")
                .isEqualTo(new Step.Superseded());
        assertThat(of(new Given(deal(), referral)).of(change("CONTACTED"), false))
                .isEqualTo(new Step.Moves(Stage.CONTACTED, TODAY));
    }

    @Test
    void no_stage_of_a_deleted_deal_and_none_without_a_referral_is_applied() {
        CrmDeal deleted = deal().heard(DealChange.of("D-1", "gone", NOW, DealChange.Incident.deleted()), NOW);

        assertThat(said(decided("WON", new Given(deleted, ReferralMother.in(ReferralStatus.CONTACTED)))))
                .isEqualTo("REFUSED");
        assertThat(said(decided("WON", new Given(priced("1", "USD"), null)))).isEqualTo("REFUSED");
    }

    private static String said(Step step) {
        return step instanceof Step.Waits waits
                ? waits.held().reason().name()
                : step.getClass().getSimpleName();
    }

    private static Step decided(String stage, Given given) {
        return of(given).of(change(stage), true);
    }

    private static StageDecision of(Given given) {
        return new StageDecision(given, PROFILE, CONNECTION);
    }

    private static StageChange change(String stage) {
        return new StageChange(stage, NOW);
    }

    private static CrmDeal deal() {
        return CrmDeal.firstHeardOf(Crm.GENERIC, "D-1", NOW);
    }

    private static CrmDeal priced(String amount, String currency) {
        return deal().heard(
                        new DealChange(
                                "D-1",
                                "priced",
                                NOW,
                                null,
                                Map.of(DealFact.AMOUNT, amount, DealFact.CURRENCY, currency),
                                null),
                        NOW);
    }

    /** A situation whose facts a test sets. */
    private static final class Given implements Situation {

        private final CrmDeal deal;
        private final @Nullable Referral referral;
        private @Nullable Deal closed;
        private List<Deal> closedByMerged = List.of();
        private @Nullable Deal sameSale;
        private @Nullable CrmDeal openBeside;
        private boolean isInConflict;
        private boolean isClientOfAnother;

        Given(CrmDeal deal, @Nullable Referral referral) {
            this.deal = deal;
            this.referral = referral;
        }

        @Override
        public CrmDeal deal() {
            return deal;
        }

        @Override
        public @Nullable Referral referral() {
            return referral;
        }

        @Override
        public Optional<Referral> holder() {
            return Optional.empty();
        }

        @Override
        public Optional<Deal> closed() {
            return Optional.ofNullable(closed);
        }

        @Override
        public List<Deal> closedByMerged() {
            return closedByMerged;
        }

        @Override
        public Optional<Deal> sameSale(Money amount, LocalDate closedOn) {
            return Optional.ofNullable(sameSale);
        }

        @Override
        public Optional<CrmDeal> openBeside(ImportProfile profile) {
            return Optional.ofNullable(openBeside);
        }

        @Override
        public boolean isInConflict() {
            return isInConflict;
        }

        @Override
        public boolean isClientOfAnother() {
            return isClientOfAnother;
        }

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public LocalDate latestDay() {
            return TODAY;
        }
    }
}
