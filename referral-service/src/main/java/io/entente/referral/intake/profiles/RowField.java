package io.entente.referral.intake.profiles;

import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a row of a CRM's deals. A mapping profile names the columns that contain them. */
public enum RowField {
    /** The deal's id in the CRM. */
    ID("id"),
    /** The partner that introduced the client and has the credit: a name or an id. */
    PARTNER("partner"),
    SERVICE("service"),
    ORGANISATION("organisation"),
    DOMAIN("domain"),
    COUNTRY("country"),
    INVOLVEMENT("involvement"),
    STAGE("stage"),
    /** When the firm was introduced. */
    SUBMITTED_ON("submittedOn"),
    /** When the client bought or decided against it. */
    CLOSED_ON("closedOn"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    LOSS_REASON("lossReason");

    private final String key;

    RowField(String key) {
        this.key = key;
    }

    /** The name in the API. */
    public String key() {
        return key;
    }

    public static Optional<RowField> of(String key) {
        return Stream.of(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
