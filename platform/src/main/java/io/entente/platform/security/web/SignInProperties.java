package io.entente.platform.security.web;

import io.entente.platform.security.ClaimNames;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callers sign in ({@code entente.security.*}). The issuer, the audiences and a key that is given as a file are Spring Boot's
 * own settings, {@code spring.security.oauth2.resourceserver.jwt.*}.
 *
 * @param claims which claims of a token say what
 * @param operatorsFrom the addresses and networks, such as {@code 10.0.0.0/8}, from which the operators' endpoints may be asked for;
 *     empty for everywhere
 * @param clockSkew how much the clock of the identity server may differ
 * @param longestTokenLife how long a token may be good after it was issued; one that is good for longer is refused
 * @param keysFreshFor how long the identity server's keys are used before they are fetched again
 * @param keysGoodFor how long the keys are used if they can't be fetched again
 * @param keyServerPatience how long a request waits for the identity server to connect, and then to answer
 */
@ConfigurationProperties("entente.security")
record SignInProperties(
        @DefaultValue Claims claims,
        @DefaultValue List<String> operatorsFrom,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("24h") Duration longestTokenLife,
        @DefaultValue("5m") Duration keysFreshFor,
        @DefaultValue("24h") Duration keysGoodFor,
        @DefaultValue("2s") Duration keyServerPatience) {

    /** As {@link ClaimNames}. */
    record Claims(
            @DefaultValue("roles") String roles,
            @DefaultValue("partner_id") String partner,
            @DefaultValue("") String client) {

        ClaimNames names() {
            return new ClaimNames(roles, partner, client);
        }
    }
}
