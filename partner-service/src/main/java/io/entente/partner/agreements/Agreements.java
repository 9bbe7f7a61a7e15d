package io.entente.partner.agreements;

import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores agreements and publishes their events. */
public interface Agreements extends TextsAboutPartners {

    Optional<Agreement> find(AgreementId id);

    /** A page of the agreements that a filter selects, in its order. */
    Page<Agreement> list(AgreementFilter filter, PageRequest page);

    /** Agreements with something to do on a day or before, those that have waited longest first. */
    List<AgreementId> due(LocalDate today, int limit);

    /**
     * Stores a new agreement.
     *
     * @return false if an agreement with this id exists, because the request is repeated
     */
    boolean add(Change<Agreement, AgreementEvent> drafted, Receipt receipt);

    /** The receipt of the request that drafted the agreement. */
    Optional<Receipt> receipt(AgreementId id);

    /**
     * Lets an agreement decide, and stores and publishes what it decided.
     *
     * @param decide must have no side effects, because it can be called several times
     * @return empty if there is no such agreement
     */
    Optional<Decision<Agreement>> change(
            AgreementId id, Function<Agreement, Decision<Change<Agreement, AgreementEvent>>> decide);
}
