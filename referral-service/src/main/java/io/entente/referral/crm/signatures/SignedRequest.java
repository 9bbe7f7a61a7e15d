package io.entente.referral.crm.signatures;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was received, before its signature is verified.
 *
 * @param uri the URI that the CRM called, with scheme, host and query
 * @param headers by name in lower case
 */
public record SignedRequest(String method, String uri, Map<String, String> headers, byte[] body) {

    public SignedRequest {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
