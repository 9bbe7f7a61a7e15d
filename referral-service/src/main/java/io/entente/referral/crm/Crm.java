package io.entente.referral.crm;

import io.entente.referral.crm.signatures.HubSpotSignature;
import io.entente.referral.crm.signatures.SalesforceSignature;
import io.entente.referral.crm.signatures.SignatureScheme;
import io.entente.referral.crm.signatures.StandardWebhooksSignature;
import java.util.Optional;
import java.util.stream.Stream;

/** A CRM that reports changes of deals. */
public enum Crm {
    HUBSPOT("hubspot"),
    SALESFORCE("salesforce"),
    /** Any other CRM that supports Standard Webhooks. */
    GENERIC("generic");

    private final String source;

    Crm(String source) {
        this.source = source;
    }

    /** The name in paths, mapping profiles and ids. */
    public String source() {
        return source;
    }

    /** Verifies the signatures of this CRM. */
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
