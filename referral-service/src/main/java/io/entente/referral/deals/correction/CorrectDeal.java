package io.entente.referral.deals.correction;

import io.entente.platform.domain.FieldError;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.CreditShare;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Corrects details that were entered wrongly when the deal was closed.
 *
 * @param wanted the right details
 * @param reason a text for the partner
 */
public record CorrectDeal(String dealId, Wanted wanted, String reason, DealCorrection.@Nullable Request request)
        implements Amendment {

    /**
     * The details that are to be corrected. A detail that is null stays as it is.
     *
     * @param engagement replaces the whole engagement
     * @param credit shares that add up to exactly 1; if empty, the credit of the referral applies, or else its partner
     *     gets all of it
     */
    public record Wanted(
            @Nullable Money amount,
            @Nullable LocalDate closedOn,
            @Nullable String service,
            @Nullable Engagement engagement,
            @Nullable List<CreditShare> credit,
            @Nullable BigDecimal revenueShare) {}

    @Override
    public CommandName name() {
        return CommandName.CORRECT_DEAL;
    }

    @Override
    public DealCorrection.Kind kind() {
        return DealCorrection.Kind.CORRECTION;
    }

    @Override
    public Optional<String> refusal(Deal deal) {
        return Optional.empty();
    }

    /**
     * The currency and the kind of the engagement can't be corrected, because the commission that was booked depends on
     * them. Such a deal is reversed and closed again.
     */
    @Override
    public List<FieldError> badFields(Deal deal) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.amount() != null && !wanted.amount().isSameCurrency(deal.amount())) {
            errors.add(new FieldError(
                    "amount.currency",
                    "must stay %s; to change the currency, reverse the deal and close it again under another id"
                            .formatted(deal.amount().getCurrencyUnit())));
        }
        Engagement.Kind known = Engagement.kindOf(deal.engagement());
        if (wanted.engagement() != null && wanted.engagement().kind() != known) {
            errors.add(new FieldError(
                    "engagement.kind",
                    "must stay %s; to change the kind, reverse the deal and close it again under another id"
                            .formatted(known)));
        }
        return errors;
    }

    @Override
    public DealDetails applyTo(Deal deal, Referral referral) {
        DealDetails known = deal.details();
        return new DealDetails(
                wanted.amount() == null ? known.amount() : wanted.amount(),
                wanted.closedOn() == null ? known.closedOn() : wanted.closedOn(),
                service(known, referral),
                wanted.engagement() == null ? known.engagement() : wanted.engagement(),
                wanted.credit() == null ? known.credit() : CloseDeal.creditOf(referral, wanted.credit()),
                wanted.revenueShare() == null ? known.revenueShare() : wanted.revenueShare());
    }

    private @Nullable String service(DealDetails known, Referral referral) {
        if (wanted.service() == null) {
            return known.service();
        }
        return wanted.service().equals(referral.introduction().service()) ? null : wanted.service();
    }
}
