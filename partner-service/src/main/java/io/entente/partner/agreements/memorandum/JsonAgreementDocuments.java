package io.entente.partner.agreements.memorandum;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementDocuments;
import io.entente.partner.agreements.terms.AgreementTerms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes the document as JSON. Its bytes are kept, so the order of the fields only matters to readers. */
@Component
class JsonAgreementDocuments implements AgreementDocuments {

    private final ObjectMapper json;
    private final String firm;

    JsonAgreementDocuments(ObjectMapper json, @Value("${entente.partner.firm:Partner program}") String firm) {
        this.json = json;
        this.firm = firm;
    }

    @Override
    public String write(Agreement agreement, int number, AgreementTerms terms, String partnerName) {
        return json.writeValueAsString(new DocumentJson(
                agreement.id().value(),
                number,
                agreement.title(),
                new DocumentJson.Parties(firm, partnerName, agreement.partner().value()),
                terms));
    }
}
