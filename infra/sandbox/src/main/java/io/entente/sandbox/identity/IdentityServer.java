package io.entente.sandbox.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An OpenID Connect provider for the sandbox, in a Spring context of its own. It knows demo users and the machine clients
 * {@code erp} and {@code crm}.
 */
public final class IdentityServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private IdentityServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Where the server listens and keeps its files.
     *
     * @param keys the directory of its key and of the hashes of secrets
     * @param work the directory of its web server
     */
    public record Settings(int port, Path keys, Path work) {

        /** The issuer of its tokens. */
        public String issuer() {
            return "http://localhost:" + port;
        }
    }

    public static IdentityServer start(Settings settings) {
        IdentityFiles files = new IdentityFiles(settings.keys());
        MachineClients clients = MachineClients.open(files);
        return new IdentityServer(new SpringApplicationBuilder(IdentityConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties("spring.config.name=identity-server", "spring.application.name=identity-server")
                .initializers(starting -> {
                    GenericApplicationContext beans = (GenericApplicationContext) starting;
                    beans.registerBean(Settings.class, () -> settings);
                    beans.registerBean(IdentityFiles.class, () -> files);
                    beans.registerBean(MachineClients.class, () -> clients);
                })
                .run());
    }

    /** The issuer of its tokens. */
    public String issuer() {
        return context.getBean(Settings.class).issuer();
    }

    /** The secrets of machine clients that this start made; empty at every later start. */
    public Map<String, String> newClientSecrets() {
        return context.getBean(MachineClients.class).fresh();
    }

    /** Makes a user for each partner of the demo. The first one is whose token {@code /token/partner} gives. */
    public void partners(List<String> ids) {
        context.getBean(DemoIdentities.class).partners(ids);
    }

    /**
     * A token of the firm's user with a role.
     *
     * @param role in the form of a path: {@code partner-manager}
     */
    public String token(String role) {
        return context.getBean(DemoTokens.class)
                .ofRole(role, 1)
                .orElseThrow(() -> new IllegalArgumentException("There is no role " + role));
    }

    /** A token of the user of a partner. */
    public String partnerToken(String partnerId) {
        return context.getBean(DemoTokens.class).ofPartner(partnerId);
    }

    @Override
    public void close() {
        context.close();
    }
}
