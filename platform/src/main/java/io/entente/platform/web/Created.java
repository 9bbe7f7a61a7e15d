package io.entente.platform.web;

import io.entente.platform.domain.Receipt;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answers to a creating POST: 201 with where it is; the same answer again, marked as such, for the same request. */
public final class Created {

    private Created() {}

    public static ResponseEntity<Object> first(String location, Object body) {
        return ResponseEntity.created(URI.create(location)).body(body);
    }

    /** The first answer again. */
    public static ResponseEntity<Object> replayed(String location, Object body) {
        return ResponseEntity.created(URI.create(location))
                .header(IdempotencyKey.REPLAYED, "true")
                .body(body);
    }

    /** The first answer again, from the receipt that kept it. */
    public static ResponseEntity<Object> replayed(String location, Receipt receipt) {
        return ResponseEntity.created(URI.create(location))
                .header(IdempotencyKey.REPLAYED, "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new RawJson(receipt.answer()));
    }
}
