package io.entente.referral.sla.web;

import io.entente.referral.sla.SlaAccount.Kept;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.promises.PromiseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the firm kept its promises to a partner in a period.
 *
 * @param from the start of the period
 * @param to the end of the period, exclusive
 * @param metRate met / (met + breached), from 0 to 1; absent if both are 0
 * @param met the promises that were kept in time, at a time in the period
 * @param breached the promises that weren't kept by their due date, which is in the period
 * @param kinds the same for each kind of promise that the firm makes on inbound referrals
 * @param answered the number of answers to submissions in the period, in time or late
 * @param medianAnswer the median time from the submission to the answer, ISO 8601. It is elapsed time: nights, weekends and the time in
 *     which the firm waited for information from the partner are included. Of two middle values it is the shorter one. Absent if
 *     there was no answer
 * @param breaches the breached promises of the period, latest first, at most 50
 */
record RecordView(
        String partnerId,
        Instant from,
        Instant to,
        @Nullable Double metRate,
        long met,
        long breached,
        Map<SlaKind, KindView> kinds,
        int answered,
        @Nullable Duration medianAnswer,
        List<BreachView> breaches) {

    /** The kinds of promises that the firm, and not the partner, makes on inbound referrals. */
    private static final List<SlaKind> KINDS = List.of(SlaKind.RESPONSE, SlaKind.FIRST_MEETING, SlaKind.NEXT_UPDATE);

    /**
     * The promises of one kind.
     *
     * @param met kept in time, at a time in the period
     * @param breached not kept by their due date, which is in the period
     * @param metRate met / (met + breached); absent if both are 0
     */
    record KindView(long met, long breached, @Nullable Double metRate) {

        static KindView of(Kept kept) {
            return new KindView(kept.met(), kept.breached(), kept.metRate().orElse(null));
        }
    }

    /**
     * A promise that wasn't kept by its due date.
     *
     * @param client the name of the client's organisation
     * @param endedAt when the promise was kept late, or when it was no longer owed; absent if it is still owed
     */
    record BreachView(
            String referralId, String client, String service, SlaKind kind, Instant dueAt, @Nullable Instant endedAt) {

        static BreachView of(PromiseRecord.Breach breach) {
            return new BreachView(
                    breach.referralId(),
                    breach.client(),
                    breach.service(),
                    breach.kind(),
                    breach.dueAt(),
                    breach.endedAt());
        }
    }

    static RecordView of(String partnerId, Instant from, Instant to, PromiseRecord record) {
        Map<SlaKind, KindView> kinds = new EnumMap<>(SlaKind.class);
        KINDS.forEach(kind -> kinds.put(kind, KindView.of(record.kept(kind))));
        Kept all = record.keptInAll();
        Optional<Double> rate = all.metRate();
        return new RecordView(
                partnerId,
                from,
                to,
                rate.orElse(null),
                all.met(),
                all.breached(),
                kinds,
                record.answered(),
                record.medianAnswer().orElse(null),
                record.breaches().stream().map(BreachView::of).toList());
    }
}
