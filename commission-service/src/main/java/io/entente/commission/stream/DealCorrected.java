package io.entente.commission.stream;

import io.entente.commission.deals.Consent;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ServiceChange;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.stream.DealClosed.ClientNamed;
import io.entente.commission.stream.DealClosed.CreditShare;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of {@code referral.deal-corrected.v1} that are needed to price the deal again and to explain it. */
record DealCorrected(
        String dealId,
        String referralId,
        ClientNamed client,
        String service,
        MoneyJson amount,
        LocalDate closedOn,
        List<CreditShare> credit,
        @Nullable Direction direction,
        Involvement involvement,
        @Nullable Engagement engagement,
        @Nullable String revenueShare,
        Origin origin,
        @Nullable Consent consent,
        String kind,
        List<String> changed,
        Before before,
        int number,
        @Nullable String reason,
        String actor) {

    /** The details before the correction. */
    record Before(
            MoneyJson amount,
            LocalDate closedOn,
            String service,
            @Nullable Engagement engagement,
            List<CreditShare> credit,
            @Nullable String revenueShare) {}

    /** @param sequence the sequence of this event among those of the deal */
    CorrectedDeal toCorrected(long sequence) {
        DealClosed after = new DealClosed(
                dealId,
                referralId,
                client,
                amount,
                closedOn,
                credit,
                direction,
                involvement,
                engagement,
                revenueShare,
                origin,
                consent);
        return new CorrectedDeal(
                after.toDeal(),
                sequence,
                number,
                "ENGAGEMENT_ENDED".equals(kind),
                Objects.requireNonNull(changed, "changed").stream()
                        .map(this::inWords)
                        .collect(Collectors.joining(", ")),
                reason,
                Objects.requireNonNull(actor, "actor"),
                changed.contains("service") ? new ServiceChange(before.service(), service) : null);
    }

    /** Every credited partner reads it, so the credit is mentioned without its shares. Each partner's own share follows with its price. */
    private String inWords(String detail) {
        Before was = Objects.requireNonNull(before, "before");
        return switch (detail) {
            case "amount" -> words(detail, text(was.amount()), text(amount));
            case "closedOn" -> words(detail, was.closedOn(), closedOn);
            case "service" -> words(detail, was.service(), service);
            case "engagement" -> words(detail, text(was.engagement()), text(engagement));
            case "revenueShare" -> words(detail, was.revenueShare(), revenueShare);
            default -> detail;
        };
    }

    private static String words(String detail, @Nullable Object before, @Nullable Object after) {
        return "%s %s -> %s".formatted(detail, before == null ? "none" : before, after == null ? "none" : after);
    }

    private static String text(MoneyJson money) {
        return money.currency() + " " + money.amount();
    }

    private static String text(@Nullable Engagement engagement) {
        return engagement == null
                ? "unknown"
                : "%s %s to %s"
                        .formatted(
                                engagement.kind(),
                                engagement.startsOn() == null ? "unknown" : engagement.startsOn(),
                                engagement.endsOn() == null ? "open" : engagement.endsOn());
    }
}
