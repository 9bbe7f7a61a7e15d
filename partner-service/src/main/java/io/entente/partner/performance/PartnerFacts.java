package io.entente.partner.performance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores what the figures of partners are made of. */
public interface PartnerFacts {

    /**
     * Stores what follows from a fact and an event. If another write comes in between, it is decided again.
     *
     * @param decide must have no side effects; if it returns the fact unchanged or nothing, nothing is stored
     * @return whether anything was stored
     */
    boolean change(String id, Function<Optional<PartnerFact>, Optional<PartnerFact>> decide);

    /** The facts of a partner that count from one day to another, both included. */
    List<PartnerFact> between(String partnerId, LocalDate from, LocalDate to);
}
