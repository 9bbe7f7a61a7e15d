package io.entente.partner.partnership;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where partners are kept, with the events that tell of them. */
public interface Partners {

    Optional<Partner> find(PartnerId id);

    /** Partners in the order of their ids. */
    Page<Partner> list(@Nullable PartnerStatus status, PageRequest page);

    /**
     * Stores a new partner and publishes its events.
     *
     * @param actor who gave the command, for the events
     * @return false where one with its id exists: the same request came before
     */
    boolean add(Change<Partner, PartnerEvent> applied, Actor actor, Receipt receipt);

    /** What was answered when the partner was created. */
    Optional<Receipt> receipt(PartnerId id);

    /** Stores a changed partner and publishes its events. */
    void update(Change<Partner, PartnerEvent> change, Actor actor);
}
