package io.entente.platform.web.access;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.entente.platform.domain.Actor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names the firm instead of its persons and systems in each answer to a partner, and leaves out the persons of other partners. Who of
 * the firm did something is the firm's business; its own readers see it. It looks at the values of all fields, so a field that is
 * added later needs no rule of its own.
 */
@RestControllerAdvice
public final class ShownActors implements ResponseBodyAdvice<Object> {

    /** What a partner sees instead of a person or a system of the firm. */
    public static final String FIRM = "firm";

    /** What a partner sees instead of somebody who acts for another partner. */
    public static final String OTHER_PARTNER = "partner";

    private static final Pattern ACTOR = Pattern.compile(
            "\"((?:user|client):[A-Za-z0-9._-]{1,128}|partner:[A-Za-z0-9._-]{1,64}(?:/[A-Za-z0-9._-]{1,120})?)\"");

    /** An actor within a text, such as the explanation of an entry that can't be changed any more. */
    private static final Pattern IN_TEXT = Pattern.compile("\\bby (?:user|client):[A-Za-z0-9._-]{0,127}[A-Za-z0-9_-]");

    private final ActorSource actors;
    private final JsonMapper json;

    ShownActors(ActorSource actors, JsonMapper json) {
        this.actors = actors;
        this.json = json;
    }

    /** An answer that is written already. */
    private record Written(@JsonValue @JsonRawValue String json) {}

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null || !(request instanceof ServletServerHttpRequest servlet)) {
            return body;
        }
        Actor reader = actors.actorOf(new ServletWebRequest(servlet.getServletRequest()));
        return reader.isPartner() ? new Written(inAnswer(json.writeValueAsString(body), reader)) : body;
    }

    static String inAnswer(String answer, Actor reader) {
        String shown = ACTOR.matcher(answer).replaceAll(found -> "\"" + shown(found.group(1), reader) + "\"");
        return IN_TEXT.matcher(shown).replaceAll("by the firm");
    }

    /**
     * An actor as a reader sees it.
     *
     * @param actor in its wire form
     */
    public static String shown(String actor, Actor reader) {
        Actor.Kind kind = new Actor(actor).kind();
        if (!reader.isPartner() || kind == Actor.Kind.SYSTEM) {
            return actor;
        }
        if (kind != Actor.Kind.PARTNER) {
            return FIRM;
        }
        return reader.partnerId().equals(new Actor(actor).partnerId()) ? actor : OTHER_PARTNER;
    }
}
