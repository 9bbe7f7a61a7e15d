package io.entente.commission.statements.mongo;

import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.StatementEvent;
import io.entente.commission.statements.StatementEvent.DisputeResolved;
import io.entente.commission.statements.StatementEvent.LineDisputed;
import io.entente.commission.statements.StatementEvent.StatementIssued;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.OutboxRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts events of a statement to records on {@code commission.events}, in the shapes of {@code contracts}. */
final class StatementRecords {

    static final String TOPIC = "commission.events";
    private static final String LIVE = "LIVE";

    private final EventRecorder recorder;

    StatementRecords(EventRecorder recorder) {
        this.recorder = recorder;
    }

    /** The records of the statement's latest events, in order. */
    List<OutboxRecord> of(Statement statement, List<StatementEvent> events) {
        long first = statement.sequence() - events.size() + 1;
        List<OutboxRecord> records = new java.util.ArrayList<>();
        for (StatementEvent event : events) {
            records.add(record(statement, event, first + records.size()));
        }
        return records;
    }

    private OutboxRecord record(Statement statement, StatementEvent event, long sequence) {
        return recorder.record(
                TOPIC,
                type(event),
                statement.id().value(),
                statement.partnerId().value(),
                sequence,
                event.at(),
                data(statement, event));
    }

    private static String type(StatementEvent event) {
        if (event instanceof LineDisputed) {
            return "commission.statement-line-disputed.v1";
        }
        if (event instanceof DisputeResolved) {
            return "commission.statement-dispute-resolved.v1";
        }
        return event instanceof StatementIssued
                ? "commission.statement-issued.v1"
                : "commission.statement-finalized.v1";
    }

    private static Object data(Statement statement, StatementEvent event) {
        if (event instanceof LineDisputed disputed) {
            return DisputeJson.of(statement, event, disputed.line(), disputed.reason(), null);
        }
        if (event instanceof DisputeResolved resolved) {
            return DisputeJson.of(statement, event, resolved.line(), null, resolved.resolution());
        }
        return StatementJson.of(statement, event);
    }

    /**
     * The data of {@code commission.statement-line-disputed.v1}, which has the reason, and of
     * {@code commission.statement-dispute-resolved.v1}, which has the resolution.
     */
    record DisputeJson(
            String statementId,
            String partnerId,
            PeriodJson period,
            String currency,
            long line,
            @Nullable String reason,
            @Nullable String resolution,
            Instant occurredAt,
            String actor,
            String origin) {

        static DisputeJson of(
                Statement statement,
                StatementEvent event,
                long line,
                @Nullable String reason,
                @Nullable String resolution) {
            return new DisputeJson(
                    statement.id().value(),
                    statement.partnerId().value(),
                    PeriodJson.of(statement.quarter()),
                    statement.currency().getCode(),
                    line,
                    reason,
                    resolution,
                    event.at(),
                    event.actor(),
                    LIVE);
        }
    }

    record PeriodJson(LocalDate startsOn, LocalDate endsOn) {
        static PeriodJson of(Quarter quarter) {
            return new PeriodJson(quarter.startsOn(), quarter.endsOn());
        }
    }

    /**
     * The data of {@code commission.statement-issued.v1} and {@code commission.statement-finalized.v1}, which have the same
     * fields.
     */
    record StatementJson(
            String statementId,
            String partnerId,
            PeriodJson period,
            String currency,
            long referrals,
            MoneyJson revenue,
            MoneyJson earned,
            @Nullable MoneyJson earnedPayable,
            @Nullable MoneyJson earnedWaiting,
            MoneyJson paid,
            MoneyJson openingBalance,
            MoneyJson closingBalance,
            String ledgerHead,
            Instant occurredAt,
            String actor,
            String origin) {

        static StatementJson of(Statement statement, StatementEvent event) {
            Figures figures = statement.figures();
            Split earned = figures.earnedSplit();
            return new StatementJson(
                    statement.id().value(),
                    statement.partnerId().value(),
                    PeriodJson.of(statement.quarter()),
                    statement.currency().getCode(),
                    figures.referrals(),
                    MoneyJson.of(figures.revenue()),
                    MoneyJson.of(figures.earned()),
                    earned == null ? null : MoneyJson.of(earned.payable()),
                    earned == null ? null : MoneyJson.of(earned.waiting()),
                    MoneyJson.of(figures.paid()),
                    MoneyJson.of(figures.opening()),
                    MoneyJson.of(figures.closing()),
                    statement.span().lastHash(),
                    event.at(),
                    event.actor(),
                    LIVE);
        }
    }
}
