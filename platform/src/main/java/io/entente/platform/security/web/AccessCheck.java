package io.entente.platform.security.web;

import io.entente.platform.security.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Holds each request to the rule of its handler. A handler without a rule is refused, although such a service doesn't start. */
final class AccessCheck implements HandlerInterceptor {

    /** Dispatches of a request that has been let in before, or has been refused and gets its error page. */
    private static final Set<DispatcherType> AGAIN = EnumSet.of(DispatcherType.ASYNC, DispatcherType.ERROR);

    private final SignInProblems problems;
    private final MemberCheck members;

    AccessCheck(SignInProblems problems, MemberCheck members) {
        this.problems = problems;
        this.members = members;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (AGAIN.contains(request.getDispatcherType()) || handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        Optional<HandlerRule> rule =
                handler instanceof HandlerMethod method ? HandlerRule.of(method) : Optional.empty();
        Optional<Caller> caller = CallerToken.current();
        if (rule.filter(HandlerRule::anyone).isPresent()) {
            return true;
        }
        if (caller.isEmpty()) {
            problems.challenge(request, response);
            return false;
        }
        if (rule.isPresent() && rule.get().admits(caller.get()) && handler instanceof HandlerMethod method) {
            Optional<String> refusal = members.refusal(request, method, caller.get());
            if (refusal.isPresent()) {
                problems.refuse(request, response, refusal.get());
            }
            return refusal.isEmpty();
        }
        problems.refuse(
                request,
                response,
                rule.map(HandlerRule::describe)
                        .filter(needed -> !needed.isEmpty())
                        .map("This needs %s."::formatted)
                        .orElse("Nobody may call this."));
        return false;
    }
}
