package io.entente.partner.partnership;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Partners in maps, with the events that would be published. */
public final class InMemoryPartners implements Partners {

    private final Map<PartnerId, Partner> partners = new HashMap<>();
    private final Map<PartnerId, Receipt> receipts = new HashMap<>();
    private final List<PartnerEvent> published = new ArrayList<>();

    public List<PartnerEvent> published() {
        return published;
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(partners.get(id));
    }

    @Override
    public Page<Partner> list(PartnerFilter filter, PageRequest page) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    @Override
    public List<PartnerId> pausesToReview(LocalDate today, int limit) {
        return partners.values().stream()
                .filter(partner -> partner.standing().reviewOn() != null
                        && !partner.standing().reviewOn().isAfter(today))
                .map(Partner::id)
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> ids(@Nullable String after, int count) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    @Override
    public List<PartnerId> tierChangesDue(LocalDate today, int limit) {
        throw new UnsupportedOperationException("Not needed by these tests");
    }

    @Override
    public boolean add(Change<Partner, PartnerEvent> applied, Receipt receipt) {
        PartnerId id = applied.state().id();
        if (partners.containsKey(id)) {
            return false;
        }
        store(applied);
        receipts.put(id, receipt);
        return true;
    }

    @Override
    public Optional<Receipt> receipt(PartnerId id) {
        return Optional.ofNullable(receipts.get(id));
    }

    @Override
    public Optional<Decision<Saved<Partner, PartnerEvent>>> change(
            PartnerId id, Function<Partner, Decision<Change<Partner, PartnerEvent>>> decide) {
        return find(id).map(decide)
                .map(decision -> decision.map(change -> {
                    store(change);
                    return Saved.unchanged(change);
                }));
    }

    private void store(Change<Partner, PartnerEvent> change) {
        partners.put(change.state().id(), change.state());
        published.addAll(change.events());
    }
}
