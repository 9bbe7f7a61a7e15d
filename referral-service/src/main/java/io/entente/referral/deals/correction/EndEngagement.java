package io.entente.referral.deals.correction;

import io.entente.platform.domain.FieldError;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.Engagement;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends the engagement of a retainer in the normal way. Payments of the client after that day earn nothing. The day
 * may be in the future, if the end was agreed in advance, and it may change.
 *
 * @param on the last day of the engagement
 */
public record EndEngagement(
        String dealId, LocalDate on, @Nullable String reason, DealCorrection.@Nullable Request request)
        implements Amendment {

    @Override
    public CommandName name() {
        return CommandName.END_ENGAGEMENT;
    }

    @Override
    public DealCorrection.Kind kind() {
        return DealCorrection.Kind.ENGAGEMENT_ENDED;
    }

    @Override
    public Optional<String> refusal(Deal deal) {
        return Engagement.kindOf(deal.engagement()) == Engagement.Kind.RETAINER
                ? Optional.empty()
                : Optional.of("Deal %s is a project, which ends when it is delivered. Only a retainer can be ended."
                        .formatted(deal.dealId()));
    }

    @Override
    public List<FieldError> badFields(Deal deal) {
        LocalDate from = startOf(deal);
        return on.isBefore(from)
                ? List.of(new FieldError("on", "must not be before the engagement, which began on " + from))
                : List.of();
    }

    private static LocalDate startOf(Deal deal) {
        Engagement engagement = Objects.requireNonNull(deal.engagement());
        return engagement.startsOn() == null ? deal.closedOn() : engagement.startsOn();
    }

    @Override
    public DealDetails applyTo(Deal deal, Referral referral) {
        DealDetails known = deal.details();
        Engagement engagement = Objects.requireNonNull(deal.engagement());
        return new DealDetails(
                known.amount(),
                known.closedOn(),
                known.service(),
                new Engagement(engagement.kind(), engagement.startsOn(), on),
                known.credit(),
                known.revenueShare());
    }
}
