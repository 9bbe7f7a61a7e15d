package io.entente.partner.partnership;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;

/** A command on a partner. Repeating it changes nothing. */
public interface PartnerCommand {

    /** Returns what the command leads to, or why it is refused. */
    Decision<Change<Partner, PartnerEvent>> applyTo(Partner partner, Actor actor, Instant now);
}
