package io.entente.commission.deals;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Records facts of deals, even if this service does not know the deal yet. */
public interface DealFiles {

    /**
     * Records a fact once, even if its deal has not arrived yet.
     *
     * @return whether the fact is new, was recorded before, or was refused
     */
    default Filed file(DealFact fact) {
        return file(fact, null, null);
    }

    /**
     * Records a fact once if the deal's file permits it. No other fact comes between the check and the recording.
     *
     * @param check decides on the file as it is before this fact; it may be called several times. Null if the fact is
     *     permitted in any case
     * @param unmatchedSince puts the fact on the list of unmatched facts; null if its deal is known
     */
    Filed file(DealFact fact, @Nullable Predicate<DealFile> check, @Nullable Instant unmatchedSince);

    /** Finds a fact by its id. */
    Optional<DealFact> find(DealFact.Kind kind, String id);

    /** Returns the files of these deals. Deals without facts are left out. */
    List<DealFile> find(Collection<String> dealIds);

    /**
     * Takes the facts of a deal that has arrived from the list of unmatched facts. Facts in another currency than the
     * deal's stay on it.
     */
    void match(String dealId, CurrencyUnit currency);

    /** Takes a fact from the list of unmatched facts, because it does not count any more. */
    void unlist(DealFact fact);

    /** Notes that a fact is settled, so that no sweep looks for it. */
    void settled(DealFact fact);

    /** The result of recording a fact. */
    enum Filed {
        NEW,
        SAME,
        /** The id was used before for another fact. */
        OTHER,
        /** The deal already has {@link DealFile#MAX_FACTS} facts. */
        FULL,
        /** The deal's file did not permit the fact. Nothing was recorded. */
        REFUSED
    }
}
