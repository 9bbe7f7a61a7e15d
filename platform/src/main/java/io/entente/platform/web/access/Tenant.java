package io.entente.platform.web.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The partner that a request is about. If the sender acts for a partner, it is always that partner. Otherwise it is the partner that
 * the request names in its path or in {@code partnerId}, or every partner.
 *
 * <p>A handler takes it as a parameter. A list filters by {@link #id()}. A handler of one resource asks {@link #covers(String)}
 * with the resource's partner and answers 404 if it doesn't, so that nobody learns which resources exist.
 *
 * @param partnerId null for every partner
 * @param byPartner whether the sender acts for this partner. It sees less of some resources than the firm, such as no drafts.
 * @param author if it is not null, the answer has only what this actor has submitted, because the sender may not see everything of
 *     its partner. Only a handler with {@code @NeedsRight(ownSuffices = true)} gets such a tenant
 */
public record Tenant(@Nullable String partnerId, boolean byPartner, @Nullable String author) {

    /** Every partner. Somebody who acts for a partner never gets it. */
    public static final Tenant EVERY = new Tenant(null, false);

    /** A tenant whose sender sees everything of it. */
    public Tenant(@Nullable String partnerId, boolean byPartner) {
        this(partnerId, byPartner, null);
    }

    /** The one partner; empty for every partner. */
    public Optional<String> id() {
        return Optional.ofNullable(partnerId);
    }

    /** Whether a resource of this partner belongs to the answer. */
    public boolean covers(@Nullable String owner) {
        return partnerId == null || partnerId.equals(owner);
    }
}
