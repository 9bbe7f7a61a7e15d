package io.entente.referral.referral.view;

import io.entente.referral.partners.Direction;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data that every event about a referral carries. */
public record AboutReferral(
        String referralId,
        String partnerId,
        Direction direction,
        ClientKeyView client,
        String service,
        Instant occurredAt,
        String actor,
        Origin origin) {

    /** The client, without its contact. */
    public record ClientKeyView(String key, String organisation, @Nullable String country) {}

    public static AboutReferral of(Referral referral, Occurrence when) {
        return of(referral, when, referral.introduction().service());
    }

    /** @param service the service that the event is about */
    public static AboutReferral of(Referral referral, Occurrence when, String service) {
        Client client = referral.introduction().client();
        return new AboutReferral(
                referral.id().value(),
                referral.introduction().partnerId(),
                referral.introduction().direction(),
                new ClientKeyView(client.key().value(), client.organisation(), client.country()),
                service,
                when.at(),
                when.actor().value(),
                when.origin());
    }
}
