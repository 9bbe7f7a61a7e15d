package io.entente.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document of the contracts names the broker that the sandbox starts. */
class AsyncApiServerTest {

    @Test
    void the_sandbox_server_of_the_contracts_is_the_broker_of_the_sandbox() throws IOException {
        Map<?, ?> servers = (Map<?, ?>) asyncApi().get("servers");
        Map<?, ?> sandbox = (Map<?, ?>) servers.get("sandbox");

        assertThat(sandbox.get("host")).isEqualTo("localhost:" + SandboxPort.KAFKA.standard());
    }

    private static Map<?, ?> asyncApi() throws IOException {
        try (InputStream document = Sandbox.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            assertThat(document).as("the AsyncAPI document on the class path").isNotNull();
            return new Yaml().load(document);
        }
    }
}
