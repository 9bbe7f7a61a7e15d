package io.entente.commission.ledger.mongo;

import io.entente.commission.ledger.Client;
import io.entente.commission.ledger.Commission;
import io.entente.commission.ledger.CreditedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Movement;
import io.entente.commission.ledger.Origin;
import io.entente.commission.ledger.Posting;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Outcome.Earned;
import io.entente.commission.plans.Outcome.NothingDue;
import io.entente.commission.plans.Outcome.Reason;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Trigger;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What other services are told of a commission, on {@code commission.events}. The shapes are those of {@code contracts}. */
final class CommissionRecords {

    static final String TOPIC = "commission.events";

    /** An accrual is the first that happens to a commission. */
    private static final long FIRST = 1;

    private static final String ACTOR = "system";

    private final EventRecorder recorder;

    CommissionRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** The events that tell of a transaction, in order; none where it is the firm's own business. */
    List<OutboxRecord> of(LedgerTransaction transaction) {
        if (transaction.entry() instanceof Movement movement) {
            return movement.kind().isTold()
                    ? List.of(record(
                            typeOf(movement.kind()),
                            transaction,
                            movement.after(),
                            LifeJson.of(transaction.id(), transaction.recordedAt(), movement)))
                    : List.of();
        }
        if (!(transaction.entry() instanceof Posting posting)) {
            return List.of();
        }
        OutboxRecord first = ofDeal(transaction);
        Commission opening = posting.opening();
        return opening == null || !opening.isHeld()
                ? List.of(first)
                : List.of(
                        first,
                        record(
                                typeOf(TransactionKind.HELD),
                                transaction,
                                opening,
                                LifeJson.held(transaction, opening)));
    }

    private static String typeOf(TransactionKind kind) {
        return switch (kind) {
            case RELEASED, HOLD_LIFTED -> "commission.commission-released.v1";
            case HELD -> "commission.commission-held.v1";
            case ADJUSTED -> "commission.commission-adjusted.v1";
            case CLAWED_BACK -> "commission.commission-clawed-back.v1";
            case VOIDED -> "commission.commission-voided.v1";
            default -> throw new IllegalArgumentException("nobody is told of " + kind);
        };
    }

    private OutboxRecord record(String type, LedgerTransaction transaction, Commission commission, Object payload) {
        return recorder.record(
                TOPIC,
                type,
                commission.id().value(),
                commission.partnerId().value(),
                commission.sequence(),
                transaction.recordedAt(),
                payload);
    }

    private OutboxRecord ofDeal(LedgerTransaction transaction) {
        if (transaction.posting().outcome() instanceof Earned earned) {
            return record("commission.commission-accrued.v1", transaction, AccruedJson.of(transaction, earned));
        }
        NothingDue nothing = (NothingDue) transaction.posting().outcome();
        return record("commission.no-commission-due.v1", transaction, NothingDueJson.of(transaction, nothing));
    }

    private OutboxRecord record(String type, LedgerTransaction transaction, Object payload) {
        return recorder.record(
                TOPIC,
                type,
                transaction.posting().deal().commissionId().value(),
                transaction.partnerId().value(),
                FIRST,
                transaction.recordedAt(),
                payload);
    }

    /** {@code commission.commission-accrued.v1}. */
    record AccruedJson(
            String commissionId,
            String dealId,
            String referralId,
            String partnerId,
            Client client,
            MoneyJson dealAmount,
            MoneyJson amount,
            PlanRef plan,
            String rule,
            @Nullable String rate,
            String share,
            List<String> explanation,
            String ledgerTransactionId,
            Trigger trigger,
            LocalDate closedOn,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static AccruedJson of(LedgerTransaction transaction, Earned earned) {
            CreditedDeal deal = transaction.posting().deal();
            return new AccruedJson(
                    deal.commissionId().value(),
                    deal.dealId(),
                    deal.referralId(),
                    deal.partnerId().value(),
                    deal.client(),
                    MoneyJson.of(deal.amount()),
                    MoneyJson.of(earned.amount()),
                    earned.plan(),
                    earned.rule(),
                    earned.rate() == null ? null : earned.rate().toString(),
                    deal.share().toString(),
                    earned.explanation(),
                    transaction.id().toString(),
                    earned.trigger(),
                    deal.closedOn(),
                    transaction.recordedAt(),
                    ACTOR,
                    deal.origin());
        }
    }

    /** {@code commission.no-commission-due.v1}. */
    record NothingDueJson(
            String commissionId,
            String dealId,
            String referralId,
            String partnerId,
            Client client,
            MoneyJson dealAmount,
            Reason reason,
            List<String> explanation,
            String ledgerTransactionId,
            Instant occurredAt,
            String actor,
            Origin origin) {

        static NothingDueJson of(LedgerTransaction transaction, NothingDue nothing) {
            CreditedDeal deal = transaction.posting().deal();
            return new NothingDueJson(
                    deal.commissionId().value(),
                    deal.dealId(),
                    deal.referralId(),
                    deal.partnerId().value(),
                    deal.client(),
                    MoneyJson.of(deal.amount()),
                    nothing.reason(),
                    nothing.explanation(),
                    transaction.id().toString(),
                    transaction.recordedAt(),
                    ACTOR,
                    deal.origin());
        }
    }
}
