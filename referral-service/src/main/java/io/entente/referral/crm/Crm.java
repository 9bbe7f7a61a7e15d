package io.entente.referral.crm;

import java.util.Optional;
import java.util.stream.Stream;

/** Which CRM tells of a deal. */
public enum Crm {
    HUBSPOT("hubspot"),
    SALESFORCE("salesforce"),
    /** Any other that speaks Standard Webhooks. */
    GENERIC("generic");

    private final String source;

    Crm(String source) {
        this.source = source;
    }

    /** As paths, mapping profiles and ids name it. */
    public String source() {
        return source;
    }

    /** How it signs. */
    public SignatureScheme signatures() {
        return switch (this) {
            case HUBSPOT -> new HubSpotSignature();
            case SALESFORCE -> new SalesforceSignature();
            case GENERIC -> new StandardWebhooksSignature();
        };
    }

    public static Optional<Crm> of(String source) {
        return Stream.of(values()).filter(crm -> crm.source.equals(source)).findFirst();
    }
}
