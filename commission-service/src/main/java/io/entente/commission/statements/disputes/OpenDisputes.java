package io.entente.commission.statements.disputes;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statements;
import io.entente.commission.statements.disputes.OpenDispute.Place;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the disputes that wait for finance, by statement and line. */
public final class OpenDisputes {

    private final Statements statements;

    public OpenDisputes(Statements statements) {
        this.statements = statements;
    }

    /**
     * One page of open disputes. It is empty if the cursor of the request isn't one of this list.
     *
     * @param partner restricts the result to this partner; null for all
     * @param quarter restricts the result to statements of this quarter; null for all
     */
    public Page<OpenDispute> list(@Nullable PartnerId partner, @Nullable Quarter quarter, PageRequest page) {
        Optional<Place> after = Optional.ofNullable(page.after()).flatMap(Place::of);
        if (page.after() != null && after.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String from = after.map(Place::statement).orElse(null);
        // Each statement has an open dispute, except that the first one may have none after the cursor.
        List<OpenDispute> found = statements.disputed(partner, quarter, from, page.fetch() + 1).stream()
                .flatMap(statement -> statement.disputes().stream()
                        .filter(Dispute::isOpen)
                        .sorted(Comparator.comparingLong(Dispute::line))
                        .map(dispute -> new OpenDispute(statement, dispute)))
                .filter(dispute -> after.isEmpty() || after.get().isBefore(dispute))
                .limit(page.fetch())
                .toList();
        return Page.of(found, page, OpenDispute::cursor);
    }
}
