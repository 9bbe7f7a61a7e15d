package io.entente.referral.referral.lists;

import static io.entente.referral.referral.ReferralMother.MONDAY;
import static io.entente.referral.referral.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.SortKey;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.SubmitReferral;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ListedReferralTest {

    /** A row that was won has an amount and no expected value. */
    @Test
    void an_imported_referral_that_was_won_is_sorted_by_its_amount() {
        SubmitReferral any = in(ReferralStatus.WON).introduction();
        SubmitReferral row = new SubmitReferral(
                any.partnerId(),
                any.direction(),
                any.client(),
                any.service(),
                null,
                null,
                null,
                any.involvement(),
                null);
        Referral won = new ReferralDraft(new ReferralId("ref_1"), row, MONDAY)
                .imported(new ImportMark("imp_1", "hash", new MoneyJson("1054.00", "USD"), null, null))
                .referral();

        assertThat(ListedReferral.of(won, MONDAY).by().get(ReferralFilter.VALUE))
                .isEqualTo(SortKey.of(Money.parse("USD 1054.00"), won.id().value()));
    }
}
