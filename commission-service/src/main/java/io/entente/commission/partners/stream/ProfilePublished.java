package io.entente.commission.partners.stream;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.partners.TierHistory;
import io.entente.commission.partners.TierHistory.TierPeriod;
import io.entente.commission.partners.identity.MailDomain;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code partner.profile.v1} that pricing, the address of a statement and the search for self-referrals need.
 */
record ProfilePublished(
        String partnerId,
        Tier tier,
        @Nullable List<TierPeriod> tiers,
        PartnershipModel model,
        long version,
        @Nullable String name,
        @Nullable String locale,
        @Nullable List<Contact> contacts) {

    /** A contact. Only the domain of its address is kept. */
    record Contact(@Nullable String email) {}

    PartnerProfile toProfile() {
        PartnerId id = new PartnerId(Objects.requireNonNull(partnerId, "partnerId"));
        Addressee addressee =
                name == null || locale == null ? null : new Addressee(name, Locale.forLanguageTag(locale));
        return new PartnerProfile(id, history(), model, version, addressee, domains());
    }

    /** A profile from before histories were published has only the tier of its day. */
    private TierHistory history() {
        return tiers == null || tiers.isEmpty() ? TierHistory.always(tier) : new TierHistory(tiers);
    }

    private Set<String> domains() {
        return contacts == null
                ? Set.of()
                : contacts.stream()
                        .flatMap(contact -> Stream.ofNullable(contact.email()))
                        .flatMap(email -> MailDomain.of(email).stream())
                        .collect(Collectors.toSet());
    }
}
