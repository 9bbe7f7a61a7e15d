package io.entente.verify;

import io.entente.commission.ledger.canonical.EntryJson;
import io.entente.verify.Proof.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the proof of a statement from its JSON file, or from the PDF in which it is embedded. */
final class ProofFile {

    /** The name of the file in the PDF. */
    static final String EMBEDDED = "statement-proof.json";

    /** A field that is there twice could show one value to a reader and another one to this program. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> FIELDS = Set.of("format", "statement", "chain", "entryBefore", "entries");
    private static final Set<String> STATEMENT_FIELDS = Set.of(
            "id",
            "partnerId",
            "quarter",
            "from",
            "until",
            "timeZone",
            "currency",
            "status",
            "issuedAt",
            "referrals",
            "revenue",
            "revenueTakenBack",
            "openingBalance",
            "earned",
            "earnedPayable",
            "earnedWaiting",
            "paid",
            "vatPaid",
            "withheld",
            "transferred",
            "closingBalance",
            "payableNow",
            "waiting");

    private ProofFile() {}

    static Proof read(Path file) throws UnreadableProofException {
        byte[] content = content(file);
        try {
            return proof(
                    file.getFileName().toString(),
                    JSON.readValue(isPdf(content) ? embedded(file, content) : content, Map.class));
        } catch (JacksonException e) {
            throw new UnreadableProofException("%s is neither a statement in PDF nor its proof in JSON: %s"
                    .formatted(file, e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            throw new UnreadableProofException(
                    "%s is not the proof of a statement: %s".formatted(file, e.getMessage()));
        }
    }

    private static Proof proof(String name, Map<?, ?> json) {
        String format = Json.text(json, "format");
        if (!format.equals(Proof.FORMAT)) {
            throw new IllegalArgumentException("its format must be %s, but it is %s".formatted(Proof.FORMAT, format));
        }
        Json.onlyFields(json, FIELDS);
        Json.onlyFields(Json.part(json, "statement"), STATEMENT_FIELDS);
        Map<?, ?> chain = Json.part(json, "chain");
        Json.onlyFields(chain, Set.of("before", "after"));
        List<Entry> entries =
                Json.list(json, "entries").stream().map(ProofFile::entry).toList();
        return new Proof(
                name,
                Json.part(json, "statement"),
                place(Json.part(chain, "before")),
                place(Json.part(chain, "after")),
                json.get("entryBefore") == null ? null : entry(Json.part(json, "entryBefore")),
                entries);
    }

    private static Place place(Map<?, ?> json) {
        Json.onlyFields(json, Set.of("number", "hash"));
        return new Place(Json.number(json, "number"), Json.text(json, "hash"));
    }

    private static Entry entry(Object json) {
        if (json instanceof Map<?, ?> map) {
            return new Entry(EntryJson.read(map));
        }
        throw new IllegalArgumentException("an entry must be an object");
    }

    private static byte[] content(Path file) throws UnreadableProofException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnreadableProofException("%s can't be read: %s".formatted(file, e));
        }
    }

    private static boolean isPdf(byte[] content) {
        return content.length > 4 && content[0] == '%' && content[1] == 'P' && content[2] == 'D' && content[3] == 'F';
    }

    private static byte[] embedded(Path file, byte[] content) throws UnreadableProofException {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
            Map<String, PDComplexFileSpecification> files = names == null || names.getEmbeddedFiles() == null
                    ? null
                    : names.getEmbeddedFiles().getNames();
            PDComplexFileSpecification proof = files == null ? null : files.get(EMBEDDED);
            if (proof == null) {
                throw new UnreadableProofException(
                        "%s contains no file %s. Download the proof of the statement as JSON."
                                .formatted(file, EMBEDDED));
            }
            return proof.getEmbeddedFile().toByteArray();
        } catch (IOException e) {
            throw new UnreadableProofException("%s is not a readable PDF: %s".formatted(file, e.getMessage()));
        }
    }
}
