package io.entente.partner.partnership;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import java.time.Clock;
import java.util.function.Function;

/** Registers a partner that applies to the program. The command is idempotent: it creates a partner id once. */
public final class RegisterPartnerHandler {

    private final Partners partners;
    private final Clock clock;

    public RegisterPartnerHandler(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /** The result of a registration. */
    public sealed interface Registration {

        /** The partner was registered. */
        record Registered(Partner partner) implements Registration {}

        /** A partner with this id exists; the receipt shows which request registered it. */
        record AlreadyRegistered(Receipt receipt) implements Registration {}
    }

    /** @param receipt creates the receipt that is stored with a new partner */
    public Registration handle(PartnerId id, RegisterPartner command, Actor actor, Function<Partner, Receipt> receipt) {
        Change<Partner, PartnerEvent> applied = Partner.apply(id, command, actor, clock.instant());
        if (partners.add(applied, receipt.apply(applied.state()))) {
            return new Registration.Registered(applied.state());
        }
        return new Registration.AlreadyRegistered(partners.receipt(id).orElseThrow());
    }
}
