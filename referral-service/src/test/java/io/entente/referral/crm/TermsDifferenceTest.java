package io.entente.referral.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.Deal;
import io.entente.referral.referral.ReferralMother;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermsDifferenceTest {

    private static final Instant CLOSED_AT = ReferralMother.MONDAY;
    private static final Deal CLOSED = ReferralMother.deal("hubspot-71")
            .on(ReferralMother.submission().state(), ReferralMother.at(CLOSED_AT))
            .state();

    @Test
    void a_deal_that_was_closed_without_a_closing_date_of_the_crm_does_not_differ_by_it() {
        assertThat(difference("", CLOSED_AT.minusSeconds(30))).isNull();
        assertThat(difference("", CLOSED_AT)).isNull();
    }

    @Test
    void a_closing_date_that_the_crm_clears_or_changes_afterwards_differs() {
        Instant later = CLOSED_AT.plus(Duration.ofMinutes(20));

        assertThat(difference("", later)).returns(WaitReason.CLOSING_DATE_DIFFERS, Wait::reason);
        assertThat(difference("2026-02-11", later))
                .returns(WaitReason.CLOSING_DATE_DIFFERS, Wait::reason)
                .returns(LocalDate.parse("2026-02-11"), Wait::reportedOn);
        assertThat(difference("2026-02-11", CLOSED_AT.minusSeconds(30)))
                .as("another date than the one of the deal differs whenever it was reported")
                .returns(WaitReason.CLOSING_DATE_DIFFERS, Wait::reason);
        assertThat(difference(CLOSED.closedOn().toString(), later)).isNull();
    }

    private static @Nullable Wait difference(String closedOn, Instant at) {
        DealChange change = new DealChange("71", "event-" + at, at, null, Map.of(DealFact.CLOSED_ON, closedOn), null);
        CrmDeal deal = CrmDeal.firstHeardOf(Crm.HUBSPOT, "71", at).heard(change, at);
        return new TermsDifference(CLOSED, deal, LocalDate.parse("2026-03-03"), ZoneOffset.UTC).found(at);
    }
}
