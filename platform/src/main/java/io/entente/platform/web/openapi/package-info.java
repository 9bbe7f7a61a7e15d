/** The OpenAPI description that every service publishes at {@code /v3/api-docs}. */
@NullMarked
package io.entente.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
