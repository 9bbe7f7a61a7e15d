package io.entente.partner.reciprocity.web;

import io.entente.partner.reciprocity.OutboundNeed;
import io.entente.partner.reciprocity.SuggestPartners;
import io.entente.partner.reciprocity.Suggestion;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.constraints.CountryCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/reciprocity/suggestions}: to whom the firm could refer a client. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
@RestController
@RequestMapping("/api/reciprocity/suggestions")
class SuggestionController {

    private static final int MAX_SUGGESTIONS = 20;

    private final SuggestPartners suggest;

    SuggestionController(SuggestPartners suggest) {
        this.suggest = suggest;
    }

    /**
     * Suggests partners for a client of the firm that needs a service, the best ones first and each with the reasons. Only active partners that
     * offer the service are suggested. Nothing is stored.
     */
    @PostMapping
    SuggestionsView suggest(@RequestBody NeedRequest request) {
        OutboundNeed need = new OutboundNeed(
                lower(request.service()),
                request.territory(),
                request.industry() == null ? null : lower(request.industry()),
                request.language());
        return new SuggestionsView(suggest.suggest(need, MAX_SUGGESTIONS).stream()
                .map(SuggestedPartnerView::of)
                .toList());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The body of {@code POST /api/reciprocity/suggestions}.
     *
     * @param service that the client needs
     * @param territory the country of the client; absent if it doesn't matter
     * @param industry of the client; absent if it doesn't matter
     * @param language of the client; absent if it doesn't matter
     */
    record NeedRequest(
            @NotBlank @Size(max = 100) String service,
            @Nullable @CountryCode String territory,
            @Nullable @Size(max = 100) String industry,
            @Nullable @Size(max = 35) String language) {}

    /**
     * The suggested partners.
     *
     * @param items at most 20, the best one first
     */
    record SuggestionsView(List<SuggestedPartnerView> items) {}

    /**
     * A suggested partner.
     *
     * @param points the sum of those of the reasons
     */
    record SuggestedPartnerView(String partnerId, String name, int points, List<SuggestionReasonView> reasons) {

        static SuggestedPartnerView of(Suggestion suggestion) {
            return new SuggestedPartnerView(
                    suggestion.partnerId(),
                    suggestion.name(),
                    suggestion.points(),
                    suggestion.reasons().stream().map(SuggestionReasonView::of).toList());
        }
    }

    /** Why a partner is suggested. */
    record SuggestionReasonView(Suggestion.Code code, int points, String text) {

        static SuggestionReasonView of(Suggestion.Reason reason) {
            return new SuggestionReasonView(reason.code(), reason.points(), reason.text());
        }
    }
}
