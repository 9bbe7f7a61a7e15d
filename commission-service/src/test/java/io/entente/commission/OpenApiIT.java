package io.entente.commission;

import io.entente.testkit.OpenApiLint;
import io.entente.testkit.RunningService;
import io.entente.testkit.UnknownParameters;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenApiIT {

    @Test
    void the_api_description_is_complete() throws IOException {
        try (RunningService service = RunningService.start(CommissionServiceApplication.service())) {
            OpenApiLint.check(service);
        }
    }

    @Test
    void every_operation_refuses_an_unknown_parameter_and_names_those_that_it_has() {
        try (RunningService service = RunningService.start(CommissionServiceApplication.service())) {
            UnknownParameters.check(service);
        }
    }
}
