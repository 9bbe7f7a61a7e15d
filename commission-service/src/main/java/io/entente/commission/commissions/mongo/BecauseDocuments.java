package io.entente.commission.commissions.mongo;

import static io.entente.commission.documents.Fields.text;

import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import java.util.List;
import org.bson.Document;

/** Converts reasons to fields of an entry and back. An entry from before there were codes has the words alone. */
final class BecauseDocuments {

    private static final String REASON = "reason";
    private static final String CODE = "because";
    private static final String VALUES = "becauseValues";

    private BecauseDocuments() {}

    static Document write(Because because, Document entry) {
        entry.append(REASON, because.words());
        return because.code() == null
                ? entry
                : entry.append(CODE, because.code().name()).append(VALUES, because.values());
    }

    static Because read(Document entry) {
        String code = entry.getString(CODE);
        return code == null
                ? Because.words(text(entry, REASON))
                : new Because(text(entry, REASON), Code.valueOf(code), entry.getList(VALUES, String.class, List.of()));
    }
}
