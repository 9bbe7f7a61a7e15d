package io.entente.platform.security.web;

import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Caller;
import io.entente.platform.security.DefaultRight;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.security.members.TenantMembers;
import io.entente.platform.web.access.OwnOnly;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Holds the users of a tenant with members to their rights. It reads memory only. The identity provider decides alone about the users of
 * a tenant that has never had members.
 */
final class MemberCheck {

    private static final String NOT_A_MEMBER =
            "Only members may act for this partner. The firm, or a member with MANAGE_MEMBERS, invites them.";

    private final ObjectProvider<MembersInForce> members;
    private final ObjectProvider<DefaultRight> byDefault;

    MemberCheck(ObjectProvider<MembersInForce> members, ObjectProvider<DefaultRight> byDefault) {
        this.members = members;
        this.byDefault = byDefault;
    }

    /** Why the request is refused; empty if it is not. If the answer must be limited to the caller's own, the request says so. */
    Optional<String> refusal(HttpServletRequest request, HandlerMethod handler, Caller caller) {
        Optional<TenantMembers> ofTenant = caller.partnerId()
                .flatMap(tenant -> Optional.ofNullable(members.getIfAvailable()).flatMap(known -> known.of(tenant)));
        NeedsRight rule = annotation(handler, NeedsRight.class);
        if (ofTenant.isEmpty() || (rule != null && rule.beforeMembership())) {
            return Optional.empty();
        }
        String actor = caller.actor().value();
        return ofTenant.get()
                .rightsOf(actor)
                .map(rights -> missing(handler, rule, rights).or(() -> {
                    limit(request, rule, rights, actor);
                    return Optional.empty();
                }))
                .orElse(Optional.of(NOT_A_MEMBER));
    }

    private Optional<String> missing(HandlerMethod handler, @Nullable NeedsRight rule, Set<String> rights) {
        return needed(handler, rule).stream()
                .filter(right -> !rights.contains(right))
                .findFirst()
                .or(() -> alternatives(rule)
                        .filter(any -> any.stream().noneMatch(rights::contains))
                        .map(any -> String.join(" or ", any)))
                .map("This needs the right %s. A member with MANAGE_MEMBERS, or the firm, can give it."::formatted);
    }

    private static Optional<List<String>> alternatives(@Nullable NeedsRight rule) {
        return Optional.ofNullable(rule).map(each -> List.of(each.oneOf())).filter(any -> !any.isEmpty());
    }

    private List<String> needed(HandlerMethod handler, @Nullable NeedsRight rule) {
        if (rule != null) {
            return Arrays.asList(rule.value());
        }
        AllowedTo allowed = annotation(handler, AllowedTo.class);
        DefaultRight right = byDefault.getIfAvailable();
        return right == null || (allowed != null && allowed.sameForEveryTenant()) ? List.of() : List.of(right.name());
    }

    private void limit(HttpServletRequest request, @Nullable NeedsRight rule, Set<String> rights, String actor) {
        DefaultRight right = byDefault.getIfAvailable();
        if (rule != null && rule.ownSuffices() && right != null && !rights.contains(right.name())) {
            OwnOnly.limit(request, actor);
        }
    }

    private static <A extends Annotation> @Nullable A annotation(HandlerMethod handler, Class<A> type) {
        A own = handler.getMethodAnnotation(type);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), type);
    }
}
