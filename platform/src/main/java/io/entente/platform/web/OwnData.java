package io.entente.platform.web;

import io.entente.platform.domain.Actor;
import org.jspecify.annotations.Nullable;

/** Limits what somebody who acts for a partner reads to the data of that partner. Data of other partners are not found. */
public final class OwnData {

    private OwnData() {}

    /** Whether somebody may read the data of a partner: everybody of the firm, and whoever acts for the partner itself. */
    public static boolean isReadable(String partnerId, Actor actor) {
        return !actor.isPartner() || actor.isPartner(partnerId);
    }

    /**
     * Returns the partner whose data are listed: the one that was asked for, or else the one that asks.
     *
     * @return null for the data of all partners
     * @throws NotFoundException if a partner asks for another one
     */
    public static @Nullable String partner(@Nullable String askedFor, Actor actor) {
        return askedFor == null ? actor.partnerId().orElse(null) : required(askedFor, actor);
    }

    /**
     * Returns the partner that a path names.
     *
     * @throws NotFoundException if a partner asks for another one
     */
    public static String required(String partnerId, Actor actor) {
        if (!isReadable(partnerId, actor)) {
            throw new NotFoundException("partner", partnerId);
        }
        return partnerId;
    }
}
