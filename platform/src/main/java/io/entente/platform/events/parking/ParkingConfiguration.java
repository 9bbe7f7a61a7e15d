package io.entente.platform.events.parking;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Configures the parking lot of a service and the operator's endpoint for it. */
@AutoConfiguration
public class ParkingConfiguration {

    @Bean
    ParkingLot parkingLot(MongoOperations mongo, Clock clock, MeterRegistry registry) {
        return new ParkingLot(new MongoParkedEvents(mongo), new MongoParkingLots(mongo), clock, registry);
    }

    @Bean
    ParkedEndpoint parkedEndpoint(ParkingLot parking) {
        return new ParkedEndpoint(parking);
    }

    @Bean
    SmartInitializingSingleton parkingIndexes(MongoOperations mongo) {
        return () -> new MongoParkedEvents(mongo).createIndexes();
    }
}
