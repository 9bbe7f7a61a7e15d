package io.entente.referral.deals.correction;

import static io.entente.referral.referral.ReferralMother.DAY;
import static io.entente.referral.referral.ReferralMother.at;
import static io.entente.referral.referral.ReferralMother.deal;
import static io.entente.referral.referral.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.DealDetails.Name;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.CreditShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmendmentTest {

    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final Referral WON = in(ReferralStatus.WON);

    @Test
    void a_detail_that_is_not_named_stays_as_it_is() {
        Deal deal = closed();

        DealDetails after = amount("USD 777").applyTo(deal, WON);

        assertThat(after.amount()).isEqualTo(Money.parse("USD 777"));
        assertThat(deal.details().differences(after)).containsExactly(Name.AMOUNT);
    }

    @Test
    void the_service_of_the_referral_is_no_service_of_its_own() {
        Deal deal = closed();
        CorrectDeal other = wanted(new CorrectDeal.Wanted(null, null, "Cloud", null, null, null));
        CorrectDeal same =
                wanted(new CorrectDeal.Wanted(null, null, WON.introduction().service(), null, null, null));

        assertThat(other.applyTo(deal, WON).service()).isEqualTo("Cloud");
        assertThat(deal.details().differences(same.applyTo(deal, WON))).isEmpty();
    }

    @Test
    void a_share_with_more_zeros_is_the_same_share() {
        Deal deal = closed();
        List<CreditShare> credit = List.of(new CreditShare("par_1", "ORIGINATOR", new BigDecimal("1.00")));

        DealDetails after = wanted(new CorrectDeal.Wanted(null, null, null, null, credit, null))
                .applyTo(deal, WON);

        assertThat(deal.details().differences(after)).isEmpty();
    }

    @Test
    void the_currency_and_the_kind_of_the_engagement_stay() {
        Engagement retainer = new Engagement(Engagement.Kind.RETAINER, DAY, null);
        CorrectDeal command = wanted(new CorrectDeal.Wanted(Money.parse("EUR 5"), null, null, retainer, null, null));

        assertThat(command.badFields(closed()))
                .extracting(FieldError::field)
                .containsExactly("amount.currency", "engagement.kind");
    }

    @Test
    void only_a_retainer_can_be_ended() {
        assertThat(end(DAY).refusal(closed()).orElseThrow()).contains("is a project");
        assertThat(end(DAY).refusal(retainer(null))).isEmpty();
    }

    @Test
    void an_engagement_ends_on_its_first_day_at_the_earliest() {
        assertThat(end(DAY.minusDays(1)).badFields(retainer(null)))
                .extracting(FieldError::message)
                .containsExactly("must not be before the engagement, which began on " + DAY);
        assertThat(end(DAY).badFields(retainer(null))).isEmpty();
    }

    @Test
    void the_end_of_an_engagement_can_change() {
        DealDetails after = end(DAY.plusDays(5)).applyTo(retainer(DAY.plusYears(1)), WON);

        assertThat(after.engagement()).isEqualTo(new Engagement(Engagement.Kind.RETAINER, DAY, DAY.plusDays(5)));
    }

    private static Deal closed() {
        return deal("deal_1").on(WON, at(TUESDAY)).state();
    }

    private static Deal retainer(@Nullable LocalDate endsOn) {
        Engagement engagement = new Engagement(Engagement.Kind.RETAINER, DAY, endsOn);
        return new CloseDeal("deal_1", Money.parse("USD 1200"), DAY, engagement, List.of(), null, "f")
                .on(WON, at(TUESDAY))
                .state();
    }

    private static CorrectDeal amount(String amount) {
        return wanted(new CorrectDeal.Wanted(Money.parse(amount), null, null, null, null, null));
    }

    private static CorrectDeal wanted(CorrectDeal.Wanted wanted) {
        return new CorrectDeal("deal_1", wanted, "A typing error", null);
    }

    private static EndEngagement end(LocalDate on) {
        return new EndEngagement("deal_1", on, null, null);
    }
}
