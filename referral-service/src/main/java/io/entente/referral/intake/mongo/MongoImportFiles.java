package io.entente.referral.intake.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.intake.ImportFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Stores files in the collection {@code import_chunks}, cut into pieces, because a document holds at most 16 MiB, and
 * encrypted.
 */
@Repository
class MongoImportFiles implements ImportFiles {

    static final String COLLECTION = "import_chunks";

    private static final int CHUNK_BYTES = 1024 * 1024;

    private final MongoOperations mongo;
    private final ImportCipher cipher;

    MongoImportFiles(MongoOperations mongo, ImportCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
    }

    @Override
    public void store(String fileId, String importId, InputStream content, Instant now) throws IOException {
        int number = 0;
        for (byte[] piece = content.readNBytes(CHUNK_BYTES);
                piece.length > 0;
                piece = content.readNBytes(CHUNK_BYTES)) {
            String id = chunkId(fileId, number++);
            Binary encrypted = cipher.encrypt(importId, piece, place(id));
            mongo.insert(new Chunk(id, fileId, importId, now, encrypted, null), COLLECTION);
        }
    }

    @Override
    public InputStream open(String fileId) {
        return new ChunkStream(number -> {
            Chunk chunk = mongo.findById(chunkId(fileId, number), Chunk.class, COLLECTION);
            return chunk == null ? null : content(chunk);
        });
    }

    private byte[] content(Chunk chunk) {
        Binary encrypted = chunk.content();
        return encrypted == null
                ? Objects.requireNonNull(chunk.data()).getData()
                : cipher.decrypt(chunk.importId(), encrypted, place(chunk.id()));
    }

    private static String place(String id) {
        return COLLECTION + "/" + id;
    }

    @Override
    public void delete(String fileId) {
        mongo.remove(query(IdRange.startingWith(fileId + "/")), COLLECTION);
    }

    @Override
    public void deleteOrphans(Instant storedBefore, BiPredicate<String, String> isInUse) {
        for (Chunk first = firstAfter(""); first != null; first = firstAfter(IdRange.after(first.fileId() + "/"))) {
            if (first.storedAt().isBefore(storedBefore) && !isInUse.test(first.fileId(), first.importId())) {
                delete(first.fileId());
            }
        }
    }

    /** The first chunk of the next file, without its bytes. */
    private @Nullable Chunk firstAfter(String id) {
        Query next = query(where("_id").gte(id)).with(Sort.by("_id")).limit(1);
        next.fields().exclude("content", "data");
        return mongo.findOne(next, Chunk.class, COLLECTION);
    }

    private static String chunkId(String fileId, int number) {
        return "%s/%06d".formatted(fileId, number);
    }

    /**
     * A piece of a file.
     *
     * @param content encrypted
     * @param data the content of pieces from before they were encrypted
     */
    record Chunk(
            @Id String id,
            String fileId,
            String importId,
            Instant storedAt,
            @Nullable Binary content,
            @Nullable Binary data) {}
}
