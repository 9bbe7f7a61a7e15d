package io.entente.sandbox.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/**
 * The machine clients of the sandbox and their secrets. Secrets are made at the first start; only their hashes are kept, so they
 * can be shown once.
 */
final class MachineClients {

    /** The scopes of each client. */
    static final Map<String, List<String>> SCOPES = Map.of(
            "erp",
            List.of("commission.read", "commission.write", "partners.read"),
            "crm",
            List.of("crm.write", "referrals.write", "partners.read"));

    private final IdentityFiles files;
    private final Map<String, String> fresh;

    private MachineClients(IdentityFiles files, Map<String, String> fresh) {
        this.files = files;
        this.fresh = fresh;
    }

    /** Makes the secrets that don't exist yet. */
    static MachineClients open(IdentityFiles files) {
        List<String> without = new ArrayList<>(SCOPES.keySet());
        without.removeIf(client -> files.secretHash(client) != null);
        Map<String, String> secrets = IdentityFiles.newSecrets(without);
        secrets.forEach((client, secret) -> files.secretHash(client, hashed(secret)));
        return new MachineClients(files, secrets);
    }

    private static String hashed(String secret) {
        return Objects.requireNonNull(
                PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(secret),
                "only an absent secret has no hash");
    }

    /** The secrets that this start made, by client. They can't be shown later. */
    Map<String, String> fresh() {
        return fresh;
    }

    String hash(String client) {
        String hash = files.secretHash(client);
        if (hash == null) {
            throw new IllegalStateException("The client has no secret: " + client);
        }
        return hash;
    }
}
