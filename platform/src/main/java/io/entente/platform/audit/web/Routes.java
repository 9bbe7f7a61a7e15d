package io.entente.platform.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The paths of a service's operations. The audit log names resources by them, also of a request that was refused before any handler
 * got it, so that it keeps nothing that a caller has written into a path but ids.
 */
final class Routes implements SmartInitializingSingleton {

    static final String UNKNOWN_PATH = "/{unknown}";

    /** Operators' endpoints, which may be on a port of their own and are not among the service's handlers then. */
    private static final Pattern OPERATORS = Pattern.compile("/actuator(/[a-z]{1,20}){0,2}");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([A-Za-z]+)[^}]*}");

    private final ListableBeanFactory beans;

    /** The routes by the beginning of their paths, the most specific first, so that a path is compared with a few of them only. */
    private volatile Map<String, List<Route>> routes = Map.of();

    /** The routes whose paths begin with a variable, for paths that begin like no other route. */
    private volatile List<Route> others = List.of();

    private record Route(Set<String> methods, PathPattern pattern) {

        private boolean takes(String method) {
            return methods.isEmpty() || methods.contains(method);
        }

        private String beginning() {
            return Routes.beginning(PathContainer.parsePath(pattern.getPatternString()));
        }

        private boolean beginsAnyhow() {
            return beginning().contains("{") || beginning().contains("*");
        }
    }

    /**
     * What a path leads to.
     *
     * @param pattern the path with the names of its variables
     * @param resource the path up to its last id
     */
    record Target(String pattern, String resource) {}

    Routes(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Route> found = new ArrayList<>();
        beans.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> found.addAll(routes(info))));
        found.sort(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR));
        others = found.stream().filter(Route::beginsAnyhow).toList();
        routes = found.stream()
                .map(Route::beginning)
                .distinct()
                .collect(Collectors.toMap(beginning -> beginning, beginning -> found.stream()
                        .filter(route ->
                                route.beginsAnyhow() || route.beginning().equals(beginning))
                        .toList()));
    }

    /** The first two segments of a path. */
    private static String beginning(PathContainer path) {
        return path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .limit(2)
                .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch())
                .collect(Collectors.joining("/"));
    }

    private static List<Route> routes(RequestMappingInfo info) {
        Set<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return info.getPathPatternsCondition() == null
                ? List.of()
                : info.getPathPatternsCondition().getPatterns().stream()
                        .map(pattern -> new Route(methods, pattern))
                        .toList();
    }

    /** The path and the resource of the operation that a request is for; empty if no operation has such a path. */
    Optional<Target> target(HttpServletRequest request, boolean isLetIn) {
        boolean isDispatched =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod;
        if (isDispatched
                && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> values) {
            return Optional.of(target(pattern, values, isLetIn));
        }
        return target(request.getMethod(), request.getRequestURI(), isLetIn);
    }

    /** The path of a resource up to its last id; empty if no operation has such a path. */
    Optional<String> resource(String path) {
        return target("GET", path, true).map(Target::resource);
    }

    private Optional<Target> target(String method, String path, boolean isLetIn) {
        PathContainer parsed;
        try {
            parsed = PathContainer.parsePath(path);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        if (OPERATORS.matcher(path).matches()) {
            return Optional.of(new Target(path, path));
        }
        List<Route> matching = routes.getOrDefault(beginning(parsed), others).stream()
                .filter(route -> route.pattern().matches(parsed))
                .toList();
        return matching.stream()
                .filter(route -> route.takes(method))
                .findFirst()
                .or(() -> matching.stream().findFirst())
                .map(route -> target(route.pattern().getPatternString(), values(route.pattern(), parsed), isLetIn));
    }

    private static Map<String, String> values(PathPattern pattern, PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return match == null ? Map.of() : match.getUriVariables();
    }

    private static Target target(String pattern, Map<?, ?> values, boolean isLetIn) {
        String[] parts = pattern.split("/");
        List<String> kept = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean isVariable = parts[i].contains("{");
            kept.add(isVariable ? kept(parts[i], values, isLetIn) : parts[i]);
            last = isVariable ? i : last;
        }
        return new Target(pattern, String.join("/", last == 0 ? kept : kept.subList(0, last + 1)));
    }

    private static String kept(String part, Map<?, ?> values, boolean isLetIn) {
        return VARIABLE.matcher(part).replaceAll(variable -> {
            Object value = values.get(variable.group(1));
            return Matcher.quoteReplacement(
                    IdForms.kept(variable.group(1), value == null ? "" : value.toString(), isLetIn));
        });
    }
}
