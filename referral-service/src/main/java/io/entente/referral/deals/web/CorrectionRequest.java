package io.entente.referral.deals.web;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.constraints.PositiveMoney;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.correction.CorrectDeal;
import io.entente.referral.deals.web.DealRequest.CreditRequest;
import io.entente.referral.deals.web.DealRequest.EngagementRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/referrals/{id}/deals/{dealId}/correct}. A field that is absent stays as it is.
 *
 * @param engagement replaces the whole engagement, so a day that is absent becomes unknown
 * @param reason a text for the partner
 */
record CorrectionRequest(
        @Nullable @Valid @PositiveMoney MoneyJson amount,
        @Nullable LocalDate closedOn,
        @Nullable @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 100) String service,
        @Nullable @Valid @Chronological EngagementRequest engagement,
        @Nullable @WholeCredit @Size(max = 20) List<@NotNull @Valid CreditRequest> credit,
        @Nullable
                @Pattern(
                        regexp = CreditRequest.SHARE,
                        message = "must be a fraction of 1 with at most 8 decimals, such as 0.25")
                String revenueShare,
        @NotBlank @Size(max = 1000) String reason) {

    /** Whether the request names no detail at all. */
    boolean isEmpty() {
        return Stream.of(amount, closedOn, service, engagement, credit, revenueShare)
                .allMatch(Objects::isNull);
    }

    CorrectDeal toCommand(String dealId, DealCorrection.@Nullable Request request) {
        return new CorrectDeal(
                dealId,
                new CorrectDeal.Wanted(
                        amount == null ? null : amount.toMoney(),
                        closedOn,
                        service == null ? null : service.strip(),
                        engagement == null ? null : engagement.toEngagement(),
                        credit == null
                                ? null
                                : credit.stream().map(CreditRequest::toShare).toList(),
                        revenueShare == null ? null : new BigDecimal(revenueShare)),
                reason.strip(),
                request);
    }
}
