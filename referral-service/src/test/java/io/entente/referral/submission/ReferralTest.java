package io.entente.referral.submission;

import static io.entente.referral.submission.ReferralMother.DECLINE;
import static io.entente.referral.submission.ReferralMother.MONDAY;
import static io.entente.referral.submission.ReferralMother.POLICY;
import static io.entente.referral.submission.ReferralMother.after;
import static io.entente.referral.submission.ReferralMother.allowed;
import static io.entente.referral.submission.ReferralMother.at;
import static io.entente.referral.submission.ReferralMother.deal;
import static io.entente.referral.submission.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.messaging.aggregate.Change;
import io.entente.messaging.aggregate.Decision;
import io.entente.referral.partners.Tier;
import io.entente.referral.submission.ReferralEvent.DealClosed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralTest {

    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    private enum Command {
        ACCEPT((referral, now) -> referral.accept(now, POLICY)),
        DECLINE_IT((referral, now) -> referral.decline(DECLINE, now)),
        CONTACT((referral, now) -> referral.contact(LocalDate.parse("2026-03-03"), now)),
        LOSE((referral, now) -> referral.lose("No budget", now)),
        CLOSE((referral, now) -> referral.close(deal("deal_2"), now));

        private final BiFunction<Referral, Occurrence, Decision<Change<Referral, ReferralEvent>>> on;

        Command(BiFunction<Referral, Occurrence, Decision<Change<Referral, ReferralEvent>>> on) {
            this.on = on;
        }
    }

    /** The whole table: what each command leads to from each state; {@code same} is no change, {@code no} a refusal. */
    @ParameterizedTest
    @CsvSource({
        // from,     accept,   decline,  contact,   lose, close
        "SUBMITTED,  ACCEPTED, DECLINED, no,        no,   no",
        "ACCEPTED,   same,     no,       CONTACTED, LOST, WON",
        "DECLINED,   no,       same,     no,        no,   no",
        "CONTACTED,  same,     no,       same,      LOST, WON",
        "WON,        same,     no,       no,        no,   WON",
        "LOST,       no,       no,       no,        no,   no",
    })
    void each_state_takes_its_commands(
            ReferralStatus from, String accept, String decline, String contact, String lose, String close) {
        List<String> expected = List.of(accept, decline, contact, lose, close);
        List<String> found = new ArrayList<>();
        for (Command command : Command.values()) {
            found.add(result(in(from), command));
        }
        assertThat(found).as("from %s", from).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void a_change_is_one_version_and_one_event_further(Command command) {
        for (ReferralStatus status : ReferralStatus.values()) {
            Referral before = in(status);
            Decision<Change<Referral, ReferralEvent>> decision = command.on.apply(before, at(TUESDAY));
            if (decision instanceof Decision.Allowed<Change<Referral, ReferralEvent>> allowed
                    && !allowed.outcome().isNothing()) {
                assertThat(allowed.outcome().events()).hasSize(1);
                assertThat(allowed.outcome().state().version()).isEqualTo(before.version() + 1);
                assertThat(allowed.outcome().state().sequence()).isEqualTo(before.sequence() + 1);
            }
        }
    }

    @Test
    void a_refusal_names_the_commands_that_are_possible() {
        Decision<Change<Referral, ReferralEvent>> refused =
                in(ReferralStatus.SUBMITTED).close(deal("deal_2"), at(TUESDAY));

        assertThat(refused).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> assertThat(rejected.reason())
                .contains("SUBMITTED", "accept, decline"));
    }

    @Test
    void the_claim_on_a_client_is_protected_from_acceptance() {
        Referral accepted = after(in(ReferralStatus.SUBMITTED).accept(at(TUESDAY), POLICY));

        assertThat(accepted.acceptance())
                .isEqualTo(new Referral.Acceptance(TUESDAY, TUESDAY.plus(Duration.ofDays(90))));
    }

    @Test
    void an_answer_is_promised_sooner_to_higher_tiers() {
        assertThat(POLICY.responseDueAt(Tier.STRATEGIC, MONDAY)).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        assertThat(POLICY.responseDueAt(Tier.ACTIVE, MONDAY)).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
        assertThat(POLICY.responseDueAt(Tier.REFERRAL_NETWORK, MONDAY)).isEqualTo(MONDAY.plus(Duration.ofHours(48)));
    }

    @Test
    void declining_for_another_reason_is_refused() {
        assertThat(in(ReferralStatus.DECLINED).decline(new DeclineReferral("Changed my mind", null), at(TUESDAY)))
                .isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void credit_is_all_the_partners_where_nobody_else_is_named() {
        Change<Referral, ReferralEvent> closed =
                allowed(in(ReferralStatus.ACCEPTED).close(deal("deal_2"), at(TUESDAY)));

        DealClosed event = (DealClosed) closed.events().get(0);
        assertThat(event.deal().credit()).containsExactly(new CreditShare("par_1", "ORIGINATOR", BigDecimal.ONE));
        assertThat(event.deal().recordedIn()).isEqualTo(closed.state().version());
    }

    @Test
    void a_deal_is_closed_once_and_deals_have_a_bound() {
        Referral referral = in(ReferralStatus.WON);
        assertThat(referral.close(deal("deal_1"), at(TUESDAY))).isInstanceOf(Decision.Rejected.class);
        while (referral.deals().size() < Referral.MAX_DEALS) {
            referral = after(referral.close(deal("more_" + referral.deals().size()), at(TUESDAY)));
        }
        assertThat(referral.close(deal("one_too_many"), at(TUESDAY))).isInstanceOf(Decision.Rejected.class);
    }

    @Test
    void several_commands_in_one_write_are_one_version_and_all_their_events() {
        Change<Referral, ReferralEvent> all = allowed(Referral.inOneWrite(
                ReferralMother.submission(),
                1,
                List.of(
                        referral -> referral.accept(at(TUESDAY), POLICY),
                        referral -> referral.close(deal("deal_1"), at(TUESDAY)))));

        assertThat(all.events()).hasSize(3);
        assertThat(all.state().version()).isEqualTo(1);
        assertThat(all.state().sequence()).isEqualTo(3);
        assertThat(all.state().deals().get(0).recordedIn()).isEqualTo(1);
    }

    @Test
    void a_clients_contact_is_not_printed() {
        assertThat(ReferralMother.submission().toString())
                .contains("Brightwater")
                .doesNotContain("Aisyah", "+60");
    }

    private static String result(Referral referral, Command command) {
        Decision<Change<Referral, ReferralEvent>> decision = command.on.apply(referral, at(TUESDAY));
        if (decision instanceof Decision.Rejected) {
            return "no";
        }
        Change<Referral, ReferralEvent> change = allowed(decision);
        return change.isNothing() ? "same" : change.state().status().name();
    }
}
