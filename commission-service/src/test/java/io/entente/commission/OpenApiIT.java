package io.entente.commission;

import io.entente.testkit.OpenApiLint;
import io.entente.testkit.RunningService;
import io.entente.testkit.UnknownParameters;
import io.entente.testkit.security.OperationsByRole;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_api_description_is_complete_and_says_who_may_call_each_operation() throws IOException {
        OpenApiLint.check(service);
        OperationsByRole.read(Path.of("..", "docs", "operations-by-role.csv"), "commission-service")
                .check(service.get("/v3/api-docs").json());
    }

    @Test
    void every_operation_refuses_an_unknown_parameter_and_names_those_that_it_has() {
        UnknownParameters.check(service);
    }
}
