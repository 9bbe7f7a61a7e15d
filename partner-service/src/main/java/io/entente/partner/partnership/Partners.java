package io.entente.partner.partnership;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.Saved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores partners and publishes their events. */
public interface Partners {

    Optional<Partner> find(PartnerId id);

    /** A page of the partners that a filter selects, in its order. */
    Page<Partner> list(PartnerFilter filter, PageRequest page);

    /**
     * Stores a new partner and publishes its events.
     *
     * @return false if a partner with this id exists, because the request is repeated
     */
    boolean add(Change<Partner, PartnerEvent> applied, Receipt receipt);

    /**
     * Partners whose pause somebody has to look at again.
     *
     * @param today pauses with this day or an earlier one
     * @param limit at most so many
     */
    List<PartnerId> pausesToReview(LocalDate today, int limit);

    /** The receipt of the request that created the partner. */
    Optional<Receipt> receipt(PartnerId id);

    /**
     * Returns up to {@code count} ids of partners, sorted.
     *
     * @param after only ids after this one; null to start with the first
     */
    List<String> ids(@Nullable String after, int count);

    /** Some partners whose tier changes on a day or before it, and hasn't changed yet. */
    List<PartnerId> tierChangesDue(LocalDate today, int limit);

    /**
     * Lets a partner decide, and stores and publishes what it decided. If another write comes in between, the partner
     * decides again on its new state.
     *
     * @param decide must have no side effects, because it can be called several times
     * @return empty if there is no such partner
     */
    Optional<Decision<Saved<Partner, PartnerEvent>>> change(
            PartnerId id, Function<Partner, Decision<Change<Partner, PartnerEvent>>> decide);
}
