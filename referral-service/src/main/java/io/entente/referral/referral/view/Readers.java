package io.entente.referral.referral.view;

import io.entente.platform.domain.Actor;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import java.time.Instant;
import java.util.List;

/** Says which commands a reader can give a referral. */
public final class Readers {

    private Readers() {}

    public static List<String> possible(Referral referral, Actor actor, Instant now) {
        return referral.possible(actor.isPartner(), now).stream()
                .map(CommandName::path)
                .toList();
    }
}
