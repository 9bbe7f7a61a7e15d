package io.entente.commission.deals;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Records facts of deals, even if this service does not know the deal yet. */
public interface DealFiles {

    /**
     * Records a fact once, even if its deal has not arrived yet.
     *
     * @return whether the fact is new, was recorded before, or was refused
     */
    Filed file(DealFact fact);

    /** Finds a fact by its id. */
    Optional<DealFact> find(DealFact.Kind kind, String id);

    /** Returns the files of these deals. Deals without facts are left out. */
    List<DealFile> find(Collection<String> dealIds);

    /** The result of recording a fact. */
    enum Filed {
        NEW,
        SAME,
        /** The id was used before for another fact. */
        OTHER,
        /** The deal already has {@link DealFile#MAX_FACTS} facts. */
        FULL
    }
}
