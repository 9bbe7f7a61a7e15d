package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The events of statements and invoices on {@code commission.events}. */
final class StatementEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.statement-issued.v1", StatementIssued.class),
            new EventType("commission.statement-finalized.v1", StatementFinalized.class),
            new EventType("commission.invoice-issued.v1", InvoiceIssued.class));

    private StatementEvents() {}

    /** An event of a statement. A negative balance is carried forward, and the message explains that. */
    interface StatementEvent extends AnnouncedEvent {

        record Period(LocalDate startsOn, LocalDate endsOn) {}

        Period period();

        int referrals();

        MoneyJson revenue();

        MoneyJson earned();

        @Nullable
        MoneyJson earnedPayable();

        @Nullable
        MoneyJson earnedWaiting();

        MoneyJson paid();

        MoneyJson closingBalance();

        @Override
        default Facts facts() {
            Money closing = closingBalance().toMoney();
            // One statement of a quarter counts the referrals. A zero on those in other currencies would say that none
            // were sent.
            return Facts.none()
                    .with("startsOn", period().startsOn())
                    .with("endsOn", period().endsOn())
                    .with("referrals", referrals() == 0 ? null : Integer.toString(referrals()))
                    .with("revenue", revenue().toMoney())
                    .with("earned", earned().toMoney())
                    .with("earnedPayable", money(earnedPayable()))
                    .with("earnedWaiting", money(earnedWaiting()))
                    .with("paid", paid().toMoney())
                    .with("closingBalance", closing)
                    .with("carried", closing.isNegative() ? closing.negated() : null);
        }

        private static @Nullable Money money(@Nullable MoneyJson json) {
            return json == null ? null : json.toMoney();
        }
    }

    /** {@code commission.statement-issued.v1}. */
    record StatementIssued(
            String partnerId,
            Period period,
            int referrals,
            MoneyJson revenue,
            MoneyJson earned,
            @Nullable MoneyJson earnedPayable,
            @Nullable MoneyJson earnedWaiting,
            MoneyJson paid,
            MoneyJson closingBalance,
            Origin origin)
            implements StatementEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("statement-issued");
        }
    }

    /** {@code commission.statement-finalized.v1}. */
    record StatementFinalized(
            String partnerId,
            Period period,
            int referrals,
            MoneyJson revenue,
            MoneyJson earned,
            @Nullable MoneyJson earnedPayable,
            @Nullable MoneyJson earnedWaiting,
            MoneyJson paid,
            MoneyJson closingBalance,
            Origin origin)
            implements StatementEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("statement-finalized");
        }
    }

    /** {@code commission.invoice-issued.v1}. What was kept back is mentioned if there is any. */
    record InvoiceIssued(
            String invoiceNumber,
            String partnerId,
            String kind,
            StatementEvent.Period period,
            MoneyJson net,
            MoneyJson vat,
            MoneyJson gross,
            MoneyJson withheld,
            MoneyJson payable,
            @Nullable String corrects,
            Origin origin)
            implements AnnouncedEvent {

        private static final String CREDIT_NOTE = "CREDIT_NOTE";

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of(kind.equals(CREDIT_NOTE) ? "credit-note-issued" : "invoice-issued");
        }

        @Override
        public Facts facts() {
            boolean keptBack = withheld.toMoney().isPositive();
            return Facts.none()
                    .with("invoiceNumber", invoiceNumber)
                    .with("startsOn", period.startsOn())
                    .with("endsOn", period.endsOn())
                    .with("net", net.toMoney())
                    .with("vat", vat.toMoney())
                    .with("gross", gross.toMoney())
                    .with("withheld", keptBack ? withheld.toMoney() : null)
                    .with("payable", keptBack ? payable.toMoney() : null)
                    .with("corrects", corrects);
        }
    }
}
