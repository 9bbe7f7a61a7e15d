package io.entente.partner.partnership.details;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the firm knows of a partner's business, so that it finds the right partner for a client.
 *
 * @param domain such as {@code brightwater.example}
 * @param website the address of its pages
 * @param territory ISO 3166-1 alpha-2 codes of the countries in which it works
 * @param industries of its clients, in lower case
 * @param services that it offers, in lower case
 * @param idealClient for whom it works best
 * @param languages in which it works, as BCP 47 tags
 * @param owner the person of the firm who is responsible for the partnership, such as {@code user:u-17}
 */
public record PartnerDetails(
        @Nullable String domain,
        @Nullable String website,
        List<String> territory,
        List<String> industries,
        List<String> services,
        @Nullable String idealClient,
        @Nullable Positioning positioning,
        List<String> languages,
        @Nullable String owner) {

    /** Nothing is known yet. */
    public static final PartnerDetails NONE =
            new PartnerDetails(null, null, List.of(), List.of(), List.of(), null, null, List.of(), null);

    public PartnerDetails {
        territory = List.copyOf(territory);
        industries = List.copyOf(industries);
        services = List.copyOf(services);
        languages = List.copyOf(languages);
    }

    /** The same without a person in the words about the ideal client. */
    public PartnerDetails redacted(UnaryOperator<String> withoutPerson) {
        return new PartnerDetails(
                domain,
                website,
                territory,
                industries,
                services,
                idealClient == null ? null : withoutPerson.apply(idealClient),
                positioning,
                languages,
                owner);
    }
}
