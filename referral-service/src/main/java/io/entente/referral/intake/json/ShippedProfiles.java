package io.entente.referral.intake.json;

import io.entente.referral.intake.profiles.ImportProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The mapping profiles that are included in the service, in {@code intake/profiles}: the first version of each. */
public final class ShippedProfiles {

    private static final List<String> CODES =
            List.of("crm-opportunities", "hubspot-deals", "salesforce-opportunities", "generic-deals");

    private ShippedProfiles() {}

    public static List<ImportProfile> read(JsonMapper json) {
        return CODES.stream().map(code -> read(code, json)).toList();
    }

    private static ImportProfile read(String code, JsonMapper json) {
        String resource = "/intake/profiles/%s.json".formatted(code);
        try (InputStream content = ShippedProfiles.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("Not found in the service's jar: " + resource);
            }
            return json.readValue(content, ImportProfile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
