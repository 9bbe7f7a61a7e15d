package io.entente.testkit.planted.alpha;

import io.entente.testkit.planted.beta.PartnerHelper;
import java.time.Instant;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Knows Spring Data at a feature's root, another feature in a circle, and the wall clock. */
public record ImpureRoot(MongoTemplate mongo, PartnerHelper other) {

    public Instant time() {
        return Instant.now();
    }
}
