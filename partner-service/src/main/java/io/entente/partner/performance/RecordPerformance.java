package io.entente.partner.performance;

import io.entente.partner.performance.PartnerFact.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records what events say about the performance of partners. An event that is delivered again changes nothing. Each method returns
 * whether anything has changed.
 */
public final class RecordPerformance {

    private final PartnerFacts facts;

    public RecordPerformance(PartnerFacts facts) {
        this.facts = facts;
    }

    /**
     * Records a deal, or its latest correction.
     *
     * @param shares of the credited partners
     * @param before the partners that were credited before a correction
     */
    public boolean won(
            String dealId,
            String referralId,
            Flow flow,
            LocalDate closedOn,
            Money amount,
            Map<String, BigDecimal> shares,
            Set<String> before,
            long sequence) {
        boolean changed = false;
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            Money part = amount.multipliedBy(share.getValue(), RoundingMode.HALF_UP);
            changed |= facts.change(
                    deal(dealId, share.getKey()),
                    known -> known.filter(fact -> fact.sequence() >= sequence).isPresent()
                            ? known
                            : Optional.of(PartnerFact.on(
                                            closedOn,
                                            deal(dealId, share.getKey()),
                                            share.getKey(),
                                            Kind.WON,
                                            flow,
                                            referralId,
                                            sequence)
                                    .with(part, known.map(PartnerFact::reversed).orElse(null))));
        }
        for (String partner : before) {
            if (!shares.containsKey(partner)) {
                changed |= facts.change(deal(dealId, partner), later(sequence, fact -> fact.as(Kind.GONE, sequence)));
            }
        }
        return changed;
    }

    /** Records that a part of a deal was undone. */
    public boolean reversed(String dealId, Money amount, Map<String, BigDecimal> shares, long sequence) {
        boolean changed = false;
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            Money part = amount.multipliedBy(share.getValue(), RoundingMode.HALF_UP);
            changed |= facts.change(
                    deal(dealId, share.getKey()), later(sequence, fact -> fact.reversedBy(part, sequence)));
        }
        return changed;
    }

    /** Records that a referral ended without a deal. */
    public boolean lost(String referralId, String partnerId, Flow flow, LocalDate day, long sequence) {
        String id = "outcome/" + referralId;
        return facts.change(
                id,
                known -> known.filter(fact -> fact.sequence() >= sequence).isPresent()
                        ? known
                        : Optional.of(PartnerFact.on(day, id, partnerId, Kind.LOST, flow, referralId, sequence)));
    }

    /** Records that a referral that had ended goes on. */
    public boolean reopened(String referralId, long sequence) {
        return facts.change("outcome/" + referralId, later(sequence, fact -> fact.as(Kind.GONE, sequence)));
    }

    /** Records how a client has rated the service. */
    public boolean rated(String referralId, String partnerId, Flow flow, int rating, LocalDate day, long sequence) {
        String id = "rating/%s/%d".formatted(referralId, sequence);
        return facts.change(
                id,
                known -> known.isPresent()
                        ? known
                        : Optional.of(PartnerFact.on(day, id, partnerId, Kind.RATED, flow, referralId, sequence)
                                .rated(rating)));
    }

    /**
     * Records whether the partner has followed up a referral in time. A promise that was broken stays broken when it is kept later.
     *
     * @param startedAt tells apart the promises of a referral
     */
    public boolean promised(
            String referralId,
            String startedAt,
            String partnerId,
            Flow flow,
            boolean isKept,
            LocalDate day,
            long sequence) {
        String id = "promise/%s/%s".formatted(referralId, startedAt);
        Kind kind = isKept ? Kind.KEPT : Kind.BROKEN;
        return facts.change(
                id,
                known -> known.filter(fact -> fact.kind() == Kind.BROKEN || fact.kind() == kind)
                                .isPresent()
                        ? known
                        : Optional.of(PartnerFact.on(day, id, partnerId, kind, flow, referralId, sequence)));
    }

    /**
     * Records that somebody at the partner has done something for the partnership.
     *
     * @param what names the aggregate of the event, whose events are numbered by {@code sequence}
     */
    public boolean engaged(String what, String partnerId, @Nullable String referralId, LocalDate day, long sequence) {
        return once(PartnerFact.on(
                day,
                "engaged/%s/%d".formatted(what, sequence),
                partnerId,
                Kind.ENGAGED,
                Flow.TO_FIRM,
                referralId,
                sequence));
    }

    /**
     * Records what a partner has earned.
     *
     * @param entry names the entry of the ledger
     * @param amount below zero if it is taken back
     */
    public boolean earned(
            String entry, String partnerId, String referralId, Money amount, LocalDate day, long sequence) {
        return once(PartnerFact.on(
                        day, "commission/" + entry, partnerId, Kind.COMMISSION, Flow.TO_FIRM, referralId, sequence)
                .with(amount, null));
    }

    private boolean once(PartnerFact fact) {
        return facts.change(fact.id(), known -> known.isPresent() ? known : Optional.of(fact));
    }

    private static String deal(String dealId, String partnerId) {
        return "deal/%s/%s".formatted(dealId, partnerId);
    }

    private static Function<Optional<PartnerFact>, Optional<PartnerFact>> later(
            long sequence, UnaryOperator<PartnerFact> change) {
        return known -> known.map(fact -> fact.sequence() >= sequence ? fact : change.apply(fact));
    }
}
