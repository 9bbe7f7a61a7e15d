package io.entente.referral.intake.profiles;

import java.util.Optional;
import java.util.stream.Stream;

/** What a row of a CRM's deals can say. A mapping profile names the columns that say it. */
public enum RowField {
    /** The deal's id in the CRM. */
    ID("id"),
    /** Who brought the client and has the credit: a partner's name or id. */
    PARTNER("partner"),
    SERVICE("service"),
    ORGANISATION("organisation"),
    DOMAIN("domain"),
    COUNTRY("country"),
    INVOLVEMENT("involvement"),
    STAGE("stage"),
    /** When the firm was put in touch. */
    SUBMITTED_ON("submittedOn"),
    /** When the client bought, or didn't. */
    CLOSED_ON("closedOn"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    LOSS_REASON("lossReason");

    private final String key;

    RowField(String key) {
        this.key = key;
    }

    /** As the API names it. */
    public String key() {
        return key;
    }

    public static Optional<RowField> of(String key) {
        return Stream.of(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
