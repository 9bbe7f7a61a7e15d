package io.entente.commission.deals;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What happened to deals, whether this service knows them yet or not. */
public interface DealFiles {

    /**
     * Puts a fact on record, once; also where its deal hasn't come yet.
     *
     * @return what was found: it is new, or it was there, or another one has its name
     */
    Filed file(DealFact fact);

    /** A fact by its name. */
    Optional<DealFact> find(DealFact.Kind kind, String id);

    /** The files of those deals that have one. */
    List<DealFile> find(Collection<String> dealIds);

    /** What became of a fact. */
    enum Filed {
        NEW,
        SAME,
        /** The name was used for something else. */
        OTHER,
        /** The deal has as many as it may, {@link DealFile#MAX_FACTS}. */
        FULL
    }
}
