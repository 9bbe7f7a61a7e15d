package io.entente.platform.erasures;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;

/** Stores erasures, at most one for each subject. */
public interface Erasures {

    Optional<Erasure> find(String id);

    /** By id. */
    Page<Erasure> list(PageRequest page);

    /** Returns false if the subject has one already. */
    boolean add(Erasure erasure);

    /** @throws ConcurrentUpdateException if it has changed in the meantime */
    void update(Erasure changed);
}
