package io.entente.referral.referral.web.own;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.OwnOnly;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers 404 to a member who may see its own referrals only and names another one, in each operation on a referral. Who submitted a
 * referral never changes, so it is read once.
 */
final class OwnReferrals implements HandlerInterceptor {

    private static final int MAX_AUTHORS = 10_000;
    private static final String ID = "id";

    private final Referrals referrals;
    private final Cache<String, String> authors =
            Caffeine.newBuilder().maximumSize(MAX_AUTHORS).build();

    OwnReferrals(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<String> author = OwnOnly.author(request);
        if (author.isPresent()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(ID) instanceof String id
                && !author.get().equals(authorOf(id))) {
            throw new NotFoundException("referral", id);
        }
        return true;
    }

    private String authorOf(String id) {
        return String.valueOf(authors.get(id, unread -> referrals
                .find(new ReferralId(unread))
                .map(Referral::submittedBy)
                .orElse(null)));
    }
}
