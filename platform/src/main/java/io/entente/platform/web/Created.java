package io.entente.platform.web;

import io.entente.platform.domain.Receipt;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers POSTs that create a resource: 201 with its location, and the same answer again if the same request is repeated.
 */
public final class Created {

    private Created() {}

    public static <T> ResponseEntity<T> first(String location, T body) {
        return ResponseEntity.created(URI.create(location)).body(body);
    }

    /** The first answer again, marked as a repetition. */
    public static <T> ResponseEntity<T> replayed(String location, T body) {
        return ResponseEntity.created(URI.create(location))
                .header(IdempotencyKey.REPLAYED, "true")
                .body(body);
    }

    /**
     * The first answer again, byte for byte, from the receipt that kept it.
     *
     * @param <T> the type of the first answer; the JSON in the receipt was written from it
     */
    public static <T> ResponseEntity<T> replayed(String location, Receipt receipt) {
        return replayed(HttpStatus.CREATED.value(), location, receipt);
    }

    /** The first answer again, byte for byte, if it can have another status, such as 202. */
    @SuppressWarnings("unchecked")
    public static <T> ResponseEntity<T> replayed(int status, @Nullable String location, Receipt receipt) {
        ResponseEntity.BodyBuilder first = ResponseEntity.status(status);
        ResponseEntity<?> answer = (location == null ? first : first.location(URI.create(location)))
                .header(IdempotencyKey.REPLAYED, "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new RawJson(receipt.answer()));
        return (ResponseEntity<T>) answer;
    }
}
