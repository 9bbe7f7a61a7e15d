package io.entente.referral.referral.view;

import io.entente.platform.domain.Actor;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever asks may see of a referral: a partner its own only, and nothing of what the firm keeps to itself. */
public final class Readers {

    private static final String PARTNER = "partner:";

    private Readers() {}

    public static boolean isPartner(Actor actor) {
        return actor.value().startsWith(PARTNER);
    }

    public static boolean mayRead(Actor actor, Referral referral) {
        return !isPartner(actor)
                || actor.value().equals(PARTNER + referral.introduction().partnerId());
    }

    /** Whose referrals are listed: a partner's own, whatever it asks for. */
    public static @Nullable String readable(@Nullable String askedFor, Actor actor) {
        return isPartner(actor) ? actor.value().substring(PARTNER.length()) : askedFor;
    }

    public static List<String> possible(Referral referral, Actor actor) {
        return referral.possible(isPartner(actor)).stream()
                .map(CommandName::path)
                .toList();
    }
}
