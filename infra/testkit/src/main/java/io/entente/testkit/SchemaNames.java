package io.entente.testkit;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestBody;

/**
 * Finds types of an API that would share the name of a schema. The name is the simple name of the class, so the description of one
 * type would replace that of the other.
 */
final class SchemaNames {

    private static final String OWN = "io.entente.";

    private final Map<String, Set<Class<?>>> types = new TreeMap<>();

    private SchemaNames() {}

    /** Names each schema that describes more than one type among the bodies and answers of handler methods. */
    static List<String> shared(Collection<Method> handlers) {
        SchemaNames names = new SchemaNames();
        for (Method handler : handlers) {
            names.add(handler.getGenericReturnType());
            for (Parameter parameter : handler.getParameters()) {
                if (parameter.isAnnotationPresent(RequestBody.class)) {
                    names.add(parameter.getParameterizedType());
                }
            }
        }
        return names.types.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " is the schema of "
                        + entry.getValue().stream().map(Class::getName).sorted().collect(Collectors.joining(" and ")))
                .toList();
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            add(generic.getRawType());
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(this::add);
        } else if (type instanceof Class<?> single) {
            add(single);
        }
    }

    private void add(Class<?> type) {
        if (type.isArray()) {
            add(type.getComponentType());
        } else if (type.getName().startsWith(OWN)
                // The values of an enum are listed at each use, without a schema of their own.
                && !type.isEnum()
                && types.computeIfAbsent(type.getSimpleName(), name -> new LinkedHashSet<>())
                        .add(type)) {
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    add(component.getGenericType());
                }
            }
            if (type.isSealed()) {
                Arrays.stream(type.getPermittedSubclasses()).forEach(this::add);
            }
        }
    }
}
