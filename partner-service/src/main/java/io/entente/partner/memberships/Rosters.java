package io.entente.partner.memberships;

import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import java.util.Optional;
import java.util.function.Function;

/** Stores the members of partners and publishes their events. */
public interface Rosters {

    Optional<Roster> find(PartnerId partner);

    /** Stores the first roster of a partner. Returns false if it has one. */
    boolean add(Change<Roster, MembershipEvent> opened);

    /**
     * Lets a roster decide, and stores and publishes what it decided.
     *
     * @param decide must have no side effects, because it can be called several times
     * @return empty if the partner has no roster
     */
    Optional<Decision<Saved<Roster, MembershipEvent>>> change(
            PartnerId partner, Function<Roster, Decision<Change<Roster, MembershipEvent>>> decide);

    /** Erases the members of a partner, and the key of their names and addresses. */
    void erase(PartnerId partner);
}
