package io.entente.commission.statements.proof;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.StoredEntries;
import io.entente.commission.ledger.canonical.CanonicalText;
import io.entente.commission.ledger.canonical.EntryJson;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.chain.Span;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes a statement with the ledger entries of its period, and the one before them, as JSON. {@code verify-statement} computes all
 * hashes and figures again from it, without this service. {@code docs/checking-a-statement.md} describes the fields.
 */
@Component
public class StatementProof {

    /** The name of the file. */
    public static final String FILE = "statement-proof.json";

    private static final String FORMAT = "entente.statement-proof/1";

    /** The number of entries read at once. */
    private static final int BLOCK = 200;

    private final StoredEntries entries;
    private final ObjectMapper json;
    private final ZoneId zone;

    StatementProof(StoredEntries entries, ObjectMapper json, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.entries = entries;
        this.json = json;
        this.zone = zone;
    }

    /** Writes the proof entry by entry, so memory doesn't depend on the number of entries. The stream stays open. */
    public void write(Statement statement, OutputStream out) {
        try (JsonGenerator generator = json.createGenerator(new UnclosedStream(out))) {
            Span span = statement.span();
            generator.writeStartObject();
            generator.writeStringProperty("format", FORMAT);
            generator.writePOJOProperty("statement", ProvedFigures.of(statement, zone));
            List<Map<String, Object>> before = entries.block(statement.partnerId(), span.first() - 1, 1);
            generator.writePOJOProperty("chain", section(span, before));
            if (!before.isEmpty()) {
                generator.writePOJOProperty("entryBefore", EntryJson.write(before.get(0)));
            }
            generator.writeArrayPropertyStart("entries");
            for (long next = span.first(); next <= span.last(); next += BLOCK) {
                int count = (int) Math.min(BLOCK, span.last() - next + 1);
                for (Map<String, Object> entry : entries.block(statement.partnerId(), next, count)) {
                    generator.writePOJO(EntryJson.write(entry));
                }
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    /** An early statement doesn't know the hash before its section, so it is that of the entry there. */
    private static Section section(Span span, List<Map<String, Object>> before) {
        String known = span.hashBefore();
        String hash = known == null ? hashOf(before) : known;
        return new Section(new Place(span.first() - 1, hash), new Place(span.last(), span.lastHash()));
    }

    private static String hashOf(List<Map<String, Object>> before) {
        return before.isEmpty()
                ? ChainHead.GENESIS
                : Objects.toString(before.get(0).get(CanonicalText.HASH));
    }

    /** The places before and at the end of the period. */
    private record Section(Place before, Place after) {}

    /** A place in the chain. */
    private record Place(long number, String hash) {}
}
