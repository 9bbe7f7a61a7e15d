package io.entente.commission.statements.mongo;

import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.Statement.Status;
import io.entente.commission.statements.StatementId;
import io.entente.commission.statements.chain.Span;
import io.entente.commission.statements.lists.ListedStatement;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a statement: its figures and its section of the chain, but not its lines. Amounts are decimal text.
 *
 * @param openDisputes lets the sweep find only statements that can be finalized
 * @param disputed true while a dispute is open; absent otherwise, so that an index finds only such statements
 * @param toInvoice true from the write that finalizes the statement until it was looked at in order to invoice it; absent
 *     otherwise, so that an index of this field contains only such statements
 * @param list absent until a statement of an earlier version is completed
 */
record StatementDocument(
        @Id String id,
        long version,
        long sequence,
        String partnerId,
        String currency,
        String quarter,
        Status status,
        FiguresDocument figures,
        Span span,
        List<Dispute> disputes,
        long openDisputes,
        @Nullable Boolean disputed,
        @Nullable Instant issuedAt,
        @Nullable Instant finalizeAt,
        @Nullable Instant finalizedAt,
        @Nullable Boolean toInvoice,
        @Nullable ListEntry list,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    /** Early statements have neither {@code takenBack} nor what the balances consist of. */
    record FiguresDocument(
            long referrals,
            String revenue,
            String earned,
            String paid,
            String opening,
            String closing,
            @Nullable String takenBack,
            @Nullable String payable,
            @Nullable String waiting,
            @Nullable String waitingBefore,
            @Nullable String vat,
            @Nullable String withheld) {

        static FiguresDocument of(Figures figures) {
            Split unpaid = figures.unpaid();
            Split before = figures.unpaidBefore();
            return new FiguresDocument(
                    figures.referrals(),
                    text(figures.revenue()),
                    text(figures.earned()),
                    text(figures.paid()),
                    text(figures.opening()),
                    text(figures.closing()),
                    text(figures.takenBack()),
                    unpaid == null ? null : text(unpaid.payable()),
                    unpaid == null ? null : text(unpaid.waiting()),
                    before == null ? null : text(before.waiting()),
                    figures.tax().isNone() ? null : text(figures.tax().vat()),
                    figures.tax().isNone() ? null : text(figures.tax().withheld()));
        }

        Figures toFigures(CurrencyUnit currency) {
            return new Figures(
                    referrals,
                    money(currency, revenue),
                    money(currency, earned),
                    money(currency, paid),
                    money(currency, opening),
                    money(currency, closing),
                    takenBack == null ? Money.zero(currency) : money(currency, takenBack),
                    vat == null || withheld == null
                            ? PayoutTax.none(currency)
                            : new PayoutTax(money(currency, vat), money(currency, withheld)),
                    payable == null || waiting == null
                            ? null
                            : new Split(money(currency, payable), money(currency, waiting)),
                    waitingBefore == null ? null : before(money(currency, waitingBefore), money(currency, opening)));
        }

        private static Split before(Money waiting, Money opening) {
            return new Split(opening.minus(waiting), waiting);
        }

        private static String text(Money money) {
            return money.getAmount().toPlainString();
        }

        private static Money money(CurrencyUnit currency, String amount) {
            return Money.of(currency, new BigDecimal(amount));
        }
    }

    static StatementDocument of(Statement statement, @Nullable Outbox outbox) {
        return new StatementDocument(
                statement.id().value(),
                statement.version(),
                statement.sequence(),
                statement.partnerId().value(),
                statement.currency().getCode(),
                statement.quarter().toString(),
                statement.status(),
                FiguresDocument.of(statement.figures()),
                statement.span(),
                statement.disputes(),
                statement.openDisputes(),
                statement.openDisputes() > 0 ? Boolean.TRUE : null,
                statement.issuedAt(),
                statement.finalizeAt(),
                statement.finalizedAt(),
                statement.status() == Status.FINALIZED ? Boolean.TRUE : null,
                ListedStatement.of(statement),
                outbox);
    }

    Statement toStatement() {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        return new Statement(
                new StatementId(id),
                new PartnerId(partnerId),
                unit,
                Quarter.parse(quarter).orElseThrow(),
                status,
                figures.toFigures(unit),
                span,
                disputes,
                issuedAt,
                finalizeAt,
                finalizedAt,
                version,
                sequence);
    }
}
