package io.entente.referral.deals.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.constraints.PositiveMoney;
import io.entente.referral.deals.CloseDeal;
import io.entente.referral.deals.DealRules;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.facts.CreditShare;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/referrals/{id}/deals}. */
record DealRequest(
        @Nullable
                @Pattern(
                        regexp = DEAL_ID,
                        message = "must be 1 to 100 letters, digits, dots, hyphens, colons or underscores")
                String dealId,
        @NotNull @Valid @PositiveMoney MoneyJson amount,
        @NotNull LocalDate closedOn,
        @Nullable @Valid @Chronological EngagementRequest engagement,
        @Nullable @WholeCredit @Size(max = 20) List<@NotNull @Valid CreditRequest> credit,
        @Nullable
                @Pattern(
                        regexp = CreditRequest.SHARE,
                        message = "must be a fraction of 1 with at most 8 decimals, such as 0.25")
                String revenueShare) {

    private static final String DEAL_ID = "[\\w.:-]{1,100}";

    record EngagementRequest(@NotNull Engagement.Kind kind, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {

        Engagement toEngagement() {
            return new Engagement(kind, startsOn, endsOn);
        }
    }

    record CreditRequest(
            @NotBlank @Size(max = 128) String partnerId,
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}", message = "must be a code such as ORIGINATOR")
                    String role,
            @NotNull @Pattern(regexp = SHARE, message = "must be a fraction of 1 with at most 8 decimals, such as 0.25")
                    String share) {

        /** Whether the share is more than 0 and at most 1. */
        static final String SHARE = "0\\.(?=\\d*[1-9])\\d{1,8}|1(\\.0{1,8})?";

        /**
         * Refuses credit of partners whose data the caller may not read: a partner credits nobody but itself. The words are those for
         * a partner that doesn't exist, so that nobody learns who is a partner.
         */
        static void requireWithin(Tenant tenant, @Nullable List<CreditRequest> credit) {
            List<CreditRequest> shares = credit == null ? List.of() : credit;
            FieldError[] errors = IntStream.range(0, shares.size())
                    .filter(i -> !tenant.covers(shares.get(i).partnerId()))
                    .mapToObj(DealRules::unknownPartner)
                    .toArray(FieldError[]::new);
            if (errors.length > 0) {
                throw InvalidInputException.unprocessable(errors);
            }
        }

        CreditShare toShare() {
            return new CreditShare(partnerId, role, new BigDecimal(share));
        }
    }

    CloseDeal toCommand(String id, String fingerprint) {
        return new CloseDeal(
                id,
                amount.toMoney(),
                closedOn,
                engagement == null ? null : engagement.toEngagement(),
                credit == null
                        ? List.of()
                        : credit.stream().map(CreditRequest::toShare).toList(),
                revenueShare == null ? null : new BigDecimal(revenueShare),
                fingerprint);
    }
}
