package io.entente.platform.secrets.web;

import io.entente.platform.secrets.PersonalData;
import io.entente.platform.secrets.PersonalData.StoredDocument;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is stored about somebody.
 *
 * @param owner whose data it is
 * @param complete whether these are all documents; at most 1,000 of each collection are here
 */
record AccessReportView(String owner, List<DocumentView> documents, boolean complete) {

    /**
     * A stored document.
     *
     * @param collection what kind of document it is
     */
    record DocumentView(String collection, String id, List<FieldView> fields) {}

    /**
     * A field of a document.
     *
     * @param field the path from the document to the field, with dots
     * @param value as it is stored, decrypted
     */
    record FieldView(String field, String value) {}

    static AccessReportView of(String owner, List<StoredDocument> documents) {
        Map<String, Long> counts =
                documents.stream().collect(Collectors.groupingBy(StoredDocument::collection, Collectors.counting()));
        return new AccessReportView(
                owner,
                documents.stream().map(AccessReportView::view).toList(),
                counts.values().stream().noneMatch(count -> count > PersonalData.MAX_DOCUMENTS));
    }

    private static DocumentView view(StoredDocument document) {
        return new DocumentView(
                document.collection(),
                document.id(),
                document.fields().entrySet().stream()
                        .map(field -> new FieldView(field.getKey(), field.getValue()))
                        .toList());
    }
}
