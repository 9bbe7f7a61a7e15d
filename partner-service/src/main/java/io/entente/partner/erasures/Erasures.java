package io.entente.partner.erasures;

import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** Stores erasures, at most one for each partner. */
public interface Erasures {

    Optional<Erasure> find(PartnerId partner);

    /** By partner. */
    Page<Erasure> list(PageRequest page);

    /** Returns false if the partner has one already. */
    boolean add(Erasure erasure);

    /** @throws ConcurrentUpdateException if it has changed in the meantime */
    void update(Erasure changed);
}
