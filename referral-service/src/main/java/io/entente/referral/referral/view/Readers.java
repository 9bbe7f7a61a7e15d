package io.entente.referral.referral.view;

import io.entente.platform.domain.Actor;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import java.util.List;

/**
 * Decides what a reader may see of a referral. A partner sees only its own referrals, and nothing that the firm keeps
 * internal.
 */
public final class Readers {

    private Readers() {}

    public static boolean isPartner(Actor actor) {
        return actor.isPartner();
    }

    public static boolean mayRead(Actor actor, Referral referral) {
        return !isPartner(actor) || actor.isPartner(referral.introduction().partnerId());
    }

    public static List<String> possible(Referral referral, Actor actor) {
        return referral.possible(isPartner(actor)).stream()
                .map(CommandName::path)
                .toList();
    }
}
