package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.PricedDeal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A deal that a client has signed, with the partners that are credited for it.
 *
 * @param amount what the client pays, before tax; not below zero
 * @param credit each partner once; the shares add up to exactly 1
 * @param engagement the work that was bought; null if unknown, which counts as a project
 * @param revenueShare the partner's share of the revenue that was agreed for this deal alone
 * @param country the client's country; null if unknown
 * @param consent what the client was told and agreed to; null if the deal doesn't say
 */
public record Deal(
        String id,
        String referralId,
        Client client,
        Money amount,
        LocalDate closedOn,
        List<Credit> credit,
        Direction direction,
        Involvement involvement,
        @Nullable Engagement engagement,
        @Nullable Fraction revenueShare,
        Origin origin,
        @Nullable String country,
        @Nullable Consent consent) {

    public Deal {
        Objects.requireNonNull(id, "dealId");
        Objects.requireNonNull(referralId, "referralId");
        Objects.requireNonNull(closedOn, "closedOn");
        Objects.requireNonNull(involvement, "involvement");
        Objects.requireNonNull(origin, "origin");
        credit = eachPartnerOnce(credit);
        BigDecimal shared = credit.stream().map(part -> part.share().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (shared.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(
                    "The credit shares of deal %s must add up to 1, but they add up to %s".formatted(id, shared));
        }
        if (amount.isNegative()) {
            throw new IllegalArgumentException(
                    "The amount of deal %s must not be below zero, but it is %s".formatted(id, amount));
        }
    }

    /** Creates a deal whose country and consent are unknown. */
    public Deal(
            String id,
            String referralId,
            Client client,
            Money amount,
            LocalDate closedOn,
            List<Credit> credit,
            Direction direction,
            Involvement involvement,
            @Nullable Engagement engagement,
            @Nullable Fraction revenueShare,
            Origin origin) {
        this(
                id,
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
                null,
                null);
    }

    /** Returns the deal as it is priced at its closing. */
    public PricedDeal priced() {
        return PricedDeal.closed(
                id,
                amount,
                closedOn,
                direction,
                involvement,
                engagement != null && engagement.kind() == Engagement.Kind.RETAINER,
                revenueShare,
                credit);
    }

    /** Merges the credits of a partner that has two roles, so that it earns one commission for both. */
    private static List<Credit> eachPartnerOnce(List<Credit> credit) {
        Map<PartnerId, Credit> merged = new LinkedHashMap<>();
        for (Credit part : credit) {
            merged.merge(
                    part.partnerId(),
                    part,
                    (one, other) -> new Credit(
                            one.partnerId(),
                            one.role() + " and " + other.role(),
                            new Fraction(one.share().value().add(other.share().value()))));
        }
        return List.copyOf(merged.values());
    }
}
