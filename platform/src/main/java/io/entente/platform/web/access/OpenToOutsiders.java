package io.entente.platform.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a request, or all requests of a controller, that somebody outside the firm may send. Every other command and every other
 * question is refused to outsiders. The handler still decides who may send it for which resource: an outsider reads its own data
 * only.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToOutsiders {}
