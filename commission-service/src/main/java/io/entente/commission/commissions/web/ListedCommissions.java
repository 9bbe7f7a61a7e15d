package io.entente.commission.commissions.web;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.lists.CommissionFilter;
import io.entente.commission.commissions.lists.CommissionList;
import io.entente.commission.commissions.lists.FollowLedger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListCursor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads lists of commissions. All commissions, or all of a partner, in the order in which they began come from the ledger itself, so
 * nothing is missing. Other lists come from {@link CommissionList}, which first follows what this instance wrote.
 */
@Component
class ListedCommissions {

    private final Commissions commissions;
    private final CommissionList list;
    private final FollowLedger ledger;
    private final ProgramCalendar calendar;

    ListedCommissions(Commissions commissions, CommissionList list, FollowLedger ledger, ProgramCalendar calendar) {
        this.commissions = commissions;
        this.list = list;
        this.ledger = ledger;
        this.calendar = calendar;
    }

    /** Returns the transactions with which the commissions on a page began. */
    Page<LedgerTransaction> page(CommissionFilter filter, PageRequest page) {
        if (filter.isInLedgerOrder()) {
            return inLedgerOrder(filter, page);
        }
        if (page.after() == null) {
            follow(partner(filter));
        }
        Page<CommissionId> ids = list.page(filter, page);
        Map<CommissionId, LedgerTransaction> begun = commissions.begun(ids.items());
        return new Page<>(
                ids.items().stream().map(begun::get).filter(Objects::nonNull).toList(), ids.next());
    }

    private void follow(@Nullable PartnerId partner) {
        if (partner == null) {
            ledger.readChanged();
        } else {
            ledger.read(partner);
        }
    }

    private Page<LedgerTransaction> inLedgerOrder(CommissionFilter filter, PageRequest page) {
        String after = page.after() == null
                ? null
                : ListCursor.read(filter.sort(), page.after()).key();
        Page<LedgerTransaction> begun = commissions.list(partner(filter), new PageRequest(page.limit(), after));
        return new Page<>(begun.items(), begun.next() == null ? null : cursor(filter, begun.items()));
    }

    private static String cursor(CommissionFilter filter, List<LedgerTransaction> items) {
        String last = items.get(items.size() - 1).id().toString();
        return Page.cursor(new ListCursor(filter.sort(), last).text());
    }

    private static @Nullable PartnerId partner(CommissionFilter filter) {
        return filter.partnerId() == null ? null : new PartnerId(filter.partnerId());
    }

    /** Passes all that a filter selects to the reader in blocks, so memory doesn't depend on their number. */
    void read(CommissionFilter filter, Consumer<List<LedgerTransaction>> reader) {
        PageRequest next = new PageRequest(PageRequest.MAX_LIMIT, null);
        while (next != null) {
            Page<LedgerTransaction> page = page(filter, next);
            reader.accept(page.items());
            next = page.next() == null ? null : new PageRequest(PageRequest.MAX_LIMIT, Page.key(page.next()));
        }
    }

    void readBegunWithin(ExportPeriod period, Consumer<List<LedgerTransaction>> reader) {
        commissions.accruedWithin(period.from(calendar.zone()), period.until(calendar.zone()), reader);
    }
}
