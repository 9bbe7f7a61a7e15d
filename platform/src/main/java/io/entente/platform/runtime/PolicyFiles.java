package io.entente.platform.runtime;

import io.entente.platform.domain.policy.PolicyVersion;
import io.entente.platform.domain.policy.PolicyVersions;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;

/** Reads policies, which are files that an installation can replace. */
public final class PolicyFiles {

    private PolicyFiles() {}

    /**
     * Reads all versions of a policy. A misspelt field stops the start, because it would silently be missing.
     *
     * @param subject as in {@link PolicyVersions}
     * @param type the array of its versions
     */
    public static <P extends PolicyVersion> PolicyVersions<P> read(
            String subject, ObjectMapper json, Resource file, Class<P[]> type) throws IOException {
        try (InputStream content = file.getInputStream()) {
            P[] versions = json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(content);
            return new PolicyVersions<>(subject, List.of(versions));
        }
    }
}
