package io.entente.partner.applications.mongo;

import io.entente.partner.applications.ApplicationEvent;
import io.entente.partner.applications.ApplicationForm;
import io.entente.partner.applications.PartnerApplication;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.outbox.OutboxRecord;
import io.entente.platform.events.store.AggregateMapping;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Maps applications to documents, and their changes to records. */
final class ApplicationMapping implements AggregateMapping<PartnerApplication, ApplicationEvent, ApplicationDocument> {

    private final ApplicationRecords records;
    private final ObjectMapper json;

    ApplicationMapping(EventRecorder recorder, ObjectMapper json) {
        this.records = new ApplicationRecords(recorder);
        this.json = json;
    }

    @Override
    public String collection() {
        return MongoApplications.COLLECTION;
    }

    @Override
    public Class<ApplicationDocument> documentType() {
        return ApplicationDocument.class;
    }

    @Override
    public long version(PartnerApplication application) {
        return application.version();
    }

    @Override
    public PartnerApplication read(ApplicationDocument document) {
        String form = document.form();
        return document.toApplication(form == null ? null : json.readValue(form, FormJson.class));
    }

    @Override
    public ApplicationDocument write(
            PartnerApplication application, @Nullable Receipt receipt, @Nullable Outbox outbox, Instant now) {
        ApplicationForm form = application.form();
        return ApplicationDocument.of(
                application, form == null ? null : json.writeValueAsString(FormJson.of(form)), receipt, outbox);
    }

    @Override
    public List<OutboxRecord> records(Change<PartnerApplication, ApplicationEvent> change, Instant now) {
        return records.of(change.state(), change.events(), now);
    }
}
