package io.entente.referral;

import io.entente.testkit.OpenApiLint;
import io.entente.testkit.RunningService;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenApiIT {

    @Test
    void the_api_description_is_complete() throws IOException {
        try (RunningService service = RunningService.start(ReferralServiceApplication.service())) {
            OpenApiLint.check(service);
        }
    }
}
