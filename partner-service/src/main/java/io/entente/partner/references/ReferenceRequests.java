package io.entente.partner.references;

import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores requests for references and publishes their events. */
public interface ReferenceRequests {

    Optional<ReferenceRequest> find(String id);

    /** A page of a partner's requests, by their ids. */
    Page<ReferenceRequest> of(PartnerId partner, PageRequest page);

    /** How many requests a partner has. */
    long count(PartnerId partner);

    /**
     * Stores a new request and publishes its events.
     *
     * @return false if a request with this id exists, because it is repeated
     */
    boolean add(Change<ReferenceRequest, ReferenceEvent> asked, Receipt receipt);

    /** The receipt of the request that created it. */
    Optional<Receipt> receipt(String id);

    /**
     * Lets a request decide, and stores and publishes what it decided. If another write comes in between, it decides again.
     *
     * @return empty if there is no such request
     */
    Optional<Decision<ReferenceRequest>> change(
            String id, Function<ReferenceRequest, Decision<Change<ReferenceRequest, ReferenceEvent>>> decide);

    /** Some requests of which a reminder or the end is due, those first that have been due for longest. */
    List<ReferenceRequest> due(Instant now, int limit);

    /** Destroys the key of the names, addresses and comments of a partner's referees. */
    void erase(PartnerId partner);
}
