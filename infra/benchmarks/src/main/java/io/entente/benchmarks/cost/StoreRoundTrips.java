package io.entente.benchmarks.cost;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Counts the commands that a service's driver sends to the store. Those sent on the thread of an HTTP request delay its answer;
 * all others, such as the clearing of an outbox, follow later or belong to a sweep.
 */
public final class StoreRoundTrips implements CommandListener {

    private static final String REQUEST_THREADS = "-exec-";

    private final LongAdder all = new LongAdder();
    private final LongAdder beforeTheAnswer = new LongAdder();

    /** Makes the service count from its start. */
    public void observe(SpringApplicationBuilder service) {
        service.initializers(starting -> ((GenericApplicationContext) starting)
                .registerBean(
                        "storeRoundTrips",
                        MongoClientSettingsBuilderCustomizer.class,
                        () -> settings -> settings.addCommandListener(this)));
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        all.increment();
        if (Thread.currentThread().getName().contains(REQUEST_THREADS)) {
            beforeTheAnswer.increment();
        }
    }

    public long all() {
        return all.sum();
    }

    public long beforeTheAnswer() {
        return beforeTheAnswer.sum();
    }
}
