package io.entente.partner.performance;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** A page of the facts that a selection has, the oldest day first. */
    Page<PartnerFact> list(Selection selection, PageRequest page);

    /** The last referrals of a flow that count, the latest first. */
    List<PartnerFact> latestReferrals(String partnerId, Flow flow, int limit);

    /** The last day on which a client was referred in either direction, or somebody at the partner has done something. */
    Optional<LocalDate> lastActivity(String partnerId);

    /** Some facts that have changed since {@link #settle} was last called for them, those of one partner together. */
    List<Changed> changed(int limit);

    /** Marks facts as settled, unless they have changed again. */
    void settle(List<Changed> facts);

    /**
     * Selects facts of a partner.
     *
     * @param from the first day
     * @param to the last day
     * @param flows one of these
     */
    record Selection(String partnerId, LocalDate from, LocalDate to, Set<PartnerFact.Kind> kinds, Set<Flow> flows) {

        public Selection {
            kinds = Set.copyOf(kinds);
            flows = Set.copyOf(flows);
        }
    }

    /**
     * A fact that has changed.
     *
     * @param version which change it was
     * @param months in which the fact counts, or counted before a change
     */
    record Changed(String id, long version, String partnerId, Set<YearMonth> months) {

        public Changed {
            months = Set.copyOf(months);
        }
    }
}
