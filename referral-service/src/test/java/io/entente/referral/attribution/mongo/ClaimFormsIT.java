package io.entente.referral.attribution.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.referral.ReferralServiceApplication;
import io.entente.referral.attribution.Claim;
import io.entente.referral.attribution.Claims;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.testkit.RunningService;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;

class ClaimFormsIT {

    private static final Instant EARLIER = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-05T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static RunningService service;
    private static MongoOperations mongo;
    private static ClaimForms forms;
    private static Claims claims;

    @BeforeAll
    static void start() {
        service = RunningService.start(ReferralServiceApplication.service());
        mongo = service.context().getBean(MongoOperations.class);
        forms = service.context().getBean(ClaimForms.class);
        claims = service.context().getBean(MongoClaims.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void claims_of_an_earlier_form_are_found_by_their_current_keys_and_names() {
        stored("ref_sub", "harbour trade", "shop.harbour-trade.com", EARLIER, "n/harbourtrade", "r/edartruobrah");
        stored("ref_name", "kuehn werkzeug", null, EARLIER, "n/kuehnwerkzeug", "r/gguezkrewnheuk", "s/kuehnwerkzeug");
        mongo.remove(query(where("_id").is(MongoClaims.COLLECTION)), ClaimForms.COLLECTION);

        assertThat(forms.update()).isPositive();

        assertThat(claims.take(claim("ref_new", "Harbour Trade", "harbour-trade.com")))
                .extracting(held -> held.by().referralId(), held -> held.place().since())
                .containsExactly("ref_sub", EARLIER);
        assertThat(claims.near(claim("ref_new", "Kühn Werkzeug", null)))
                .extracting(near -> near.by().referralId())
                .contains("ref_name");
        assertThat(mongo.findById("k/shop.harbour-trade.com", Document.class, MongoClaims.COLLECTION))
                .isNull();
        assertThat(mongo.findById("n/kuehnwerkzeug/ref_name", Document.class, MongoClaims.COLLECTION))
                .isNull();
        assertThat(forms.update()).as("replaced by a second start").isZero();
    }

    @Test
    void the_earlier_of_two_claims_whose_keys_became_one_holds_it() {
        stored("ref_later", "elm shop", "a.elm-shop.com", LATER, "n/elmshop");
        stored("ref_earlier", "elm", "b.elm-shop.com", EARLIER, "n/elm");
        mongo.remove(query(where("_id").is(MongoClaims.COLLECTION)), ClaimForms.COLLECTION);

        long unused = forms.update();

        assertThat(claims.take(claim("ref_third", "Elm", "elm-shop.com")).by().referralId())
                .isEqualTo("ref_earlier");
        claims.release(claim("ref_earlier", "Elm", "elm-shop.com").by());
        claims.release(claim("ref_third", "Elm", "elm-shop.com").by());
        assertThat(claims.take(claim("ref_third", "Elm", "elm-shop.com")).by().referralId())
                .isEqualTo("ref_third");
    }

    private static Claim claim(String referral, String name, String domain) {
        Introduction by =
                new Introduction(referral, "par_" + referral, ClientIdentity.of(name, domain, "DE", Set.of()), NOW);
        return new Claim(by, NOW, new Claim.Place(NOW, referral));
    }

    /** A claim as version 1 of the form stored it. */
    private static void stored(String referral, String name, String domain, Instant at, String... forms) {
        String key = domain == null ? name + "/DE" : domain;
        Document claim = new Document("referralId", referral)
                .append("partnerId", "par_" + referral)
                .append("key", key)
                .append("organisation", name)
                .append("country", "DE")
                .append("at", Date.from(at));
        if (domain != null) {
            claim.append("domain", domain);
        }
        mongo.insert(document("k/" + key, claim, at), MongoClaims.COLLECTION);
        List.of(forms)
                .forEach(form -> mongo.insert(document(form + "/" + referral, claim, at), MongoClaims.COLLECTION));
    }

    private static Document document(String id, Document claim, Instant at) {
        return new Document("_id", id).append("claim", claim).append("takenAt", Date.from(at));
    }
}
