package io.entente.partner.alerts;

import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.platform.domain.Decision;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The notes that people have written on alerts. */
public final class AlertNotes implements TextsAboutPartners {

    private final Alerts alerts;

    public AlertNotes(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public void eraseTexts(PartnerId partnerId) {
        change(partnerId, note -> null);
    }

    @Override
    public void redactTexts(PartnerId partnerId, UnaryOperator<String> withoutPerson) {
        change(partnerId, withoutPerson);
    }

    private void change(PartnerId partner, Function<String, @Nullable String> change) {
        for (AlertKind kind : AlertKind.values()) {
            String id = Alert.id(kind, partner.value());
            if (alerts.find(id)
                    .filter(alert -> alert.partnerId().equals(partner.value()))
                    .isPresent()) {
                alerts.change(id, alert -> Decision.allowed(alert.withNote(change)));
            }
        }
    }
}
