package io.entente.platform.web.body;

import io.entente.platform.domain.FieldError;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the members of objects that a JSON text has more than once. Readers disagree about which of them counts, so somebody who
 * checks a text may see another value than the one that is stored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-4">RFC 8259, section 4</a>
 */
public final class DoubledMembers {

    private DoubledMembers() {}

    /** Returns one error for each path. A text that isn't JSON is read up to its fault, which the reader of the body reports. */
    public static List<FieldError> in(byte[] body, JsonMapper json) {
        Set<String> paths = new LinkedHashSet<>();
        Deque<Set<String>> objects = new ArrayDeque<>();
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    objects.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    objects.pop();
                } else if (token == JsonToken.PROPERTY_NAME
                        && !objects.element().add(parser.currentName())) {
                    paths.add(RequestBodyProblems.path(parser));
                }
            }
        } catch (JacksonException fault) {
            return errors(paths);
        }
        return errors(paths);
    }

    private static List<FieldError> errors(Set<String> paths) {
        return paths.stream()
                .map(path -> new FieldError(path, "must be given once; it is in the object more than once"))
                .toList();
    }
}
