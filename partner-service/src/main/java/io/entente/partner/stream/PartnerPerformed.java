package io.entente.partner.stream;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.RecordPerformance;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.envelope.EventEnvelope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the events about outcomes: deals, lost referrals, ratings and promises.
 *
 * @param amount of a deal, or how much of it is undone
 * @param before what was corrected
 * @param clock the kind of a promise
 */
record PartnerPerformed(
        String referralId,
        String partnerId,
        @Nullable String direction,
        @Nullable String dealId,
        @Nullable MoneyJson amount,
        @Nullable LocalDate closedOn,
        @Nullable List<Credit> credit,
        @Nullable Before before,
        @Nullable Integer rating,
        @Nullable String clock,
        @Nullable String startedAt,
        @Nullable Instant dueAt,
        Instant occurredAt) {

    private static final String DEAL_CLOSED = "referral.deal-closed.v1";
    private static final String DEAL_CORRECTED = "referral.deal-corrected.v1";
    private static final String DEAL_REVERSED = "referral.deal-reversed.v1";
    private static final String LOST = "referral.referral-lost.v1";
    private static final String REOPENED = "referral.referral-reopened.v1";
    private static final String RATED = "referral.satisfaction-rated.v1";
    private static final String MET = "referral.sla-met.v1";
    private static final String BREACHED = "referral.sla-breached.v1";
    private static final String FOLLOW_UP = "PARTNER_FOLLOW_UP";

    /** The events that count. */
    static final Set<String> TYPES =
            Set.of(DEAL_CLOSED, DEAL_CORRECTED, DEAL_REVERSED, LOST, REOPENED, RATED, MET, BREACHED);

    /** A partner's part in a deal. */
    record Credit(String partnerId, BigDecimal share) {}

    /** The deal before a correction. */
    record Before(@Nullable List<Credit> credit) {}

    /** The partners whose figures the event may change. */
    Set<String> partners() {
        Set<String> credited =
                before == null ? Set.of() : shares(before.credit()).keySet();
        return Stream.of(Set.of(partnerId), shares(credit).keySet(), credited)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /** @return whether it counts and changed anything */
    boolean recordTo(RecordPerformance performance, EventEnvelope envelope, ZoneId zone) {
        String type = Objects.requireNonNull(envelope.type());
        long number = envelope.sequence();
        LocalDate day = LocalDate.ofInstant(occurredAt, zone);
        Flow flow = PartnerReferred.flow(direction);
        return switch (type) {
            case RATED ->
                performance.rated(referralId, partnerId, flow, Objects.requireNonNull(rating, "rating"), day, number);
            case MET, BREACHED ->
                FOLLOW_UP.equals(clock)
                        && performance.promised(
                                referralId,
                                Objects.requireNonNull(startedAt, "startedAt"),
                                partnerId,
                                flow,
                                MET.equals(type),
                                LocalDate.ofInstant(Objects.requireNonNull(dueAt, "dueAt"), zone),
                                number);
            case LOST -> performance.lost(referralId, partnerId, flow, day, number);
            case REOPENED -> performance.reopened(referralId, number);
            case DEAL_REVERSED -> performance.reversed(deal(), money(), shares(credit), number);
            default ->
                performance.won(
                        deal(),
                        referralId,
                        flow,
                        Objects.requireNonNull(closedOn, "closedOn"),
                        money(),
                        shares(credit),
                        before == null ? Set.of() : shares(before.credit()).keySet(),
                        number);
        };
    }

    private String deal() {
        return Objects.requireNonNull(dealId, "dealId");
    }

    private Money money() {
        return Objects.requireNonNull(amount, "amount").toMoney();
    }

    /** A partner that is credited twice has the sum. */
    private static Map<String, BigDecimal> shares(@Nullable List<Credit> credits) {
        return credits == null
                ? Map.of()
                : credits.stream().collect(Collectors.toMap(Credit::partnerId, Credit::share, BigDecimal::add));
    }
}
