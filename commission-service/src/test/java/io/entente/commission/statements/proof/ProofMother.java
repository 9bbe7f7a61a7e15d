package io.entente.commission.statements.proof;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Proofs for tests that need one, whatever it says. */
public final class ProofMother {

    private ProofMother() {}

    /** Each entry has only its number. */
    public static StatementProof proof() {
        return new StatementProof(
                (partner, from, count) -> from == 0 ? List.of() : List.of(Map.of("number", from)),
                JsonMapper.builder().build(),
                ZoneOffset.UTC);
    }
}
