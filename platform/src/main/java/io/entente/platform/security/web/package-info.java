/** Signs callers in by their tokens (OAuth 2 resource server) and holds handlers to their rules. */
@NullMarked
package io.entente.platform.security.web;

import org.jspecify.annotations.NullMarked;
