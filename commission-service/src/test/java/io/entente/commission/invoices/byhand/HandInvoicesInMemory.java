package io.entente.commission.invoices.byhand;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.StatementId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Reports of hand-written invoices in memory. */
public final class HandInvoicesInMemory implements HandInvoices {

    private final Map<StatementId, HandInvoice> all = new HashMap<>();

    @Override
    public Optional<HandInvoice> find(StatementId statement) {
        return Optional.ofNullable(all.get(statement));
    }

    @Override
    public Optional<HandInvoice> last(PartnerId partner, CurrencyUnit currency) {
        return all.values().stream()
                .filter(invoice -> invoice.partnerId().equals(partner))
                .filter(invoice -> invoice.currency().equals(currency))
                .max(Comparator.comparing(invoice -> invoice.period().toString()));
    }

    @Override
    public boolean add(HandInvoice invoice) {
        return all.putIfAbsent(invoice.statementId(), invoice) == null;
    }

    @Override
    public Page<HandInvoice> page(HandInvoiceFilter filter, PageRequest page) {
        throw new UnsupportedOperationException("not asked for here");
    }
}
