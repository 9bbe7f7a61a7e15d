package io.entente.platform.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command, or all commands of a controller, that somebody outside the firm may give. Every other command is refused to
 * outsiders. The handler still decides who may give it for which resource.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToOutsiders {}
