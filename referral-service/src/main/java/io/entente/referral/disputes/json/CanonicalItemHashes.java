package io.entente.referral.disputes.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.entente.referral.disputes.ItemHashes;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes items as canonical JSON. Items contain texts, whole numbers, truth values, lists and maps only, and for these sorted names
 * without white space are the whole of RFC 8785, so any JSON library can compute the same hash.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785</a>
 */
@Component
class CanonicalItemHashes implements ItemHashes {

    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Override
    public String of(String kind, String id, Instant at, Map<String, Object> content) {
        return of(json.writeValueAsString(Map.of("kind", kind, "id", id, "at", at.toString(), "content", content)));
    }

    @Override
    public String of(String text) {
        return Hashing.sha256().hashString(text, UTF_8).toString();
    }
}
