/** The operators' endpoints on a port of their own ({@code management.server.port}). */
@NullMarked
package io.entente.platform.web.management;

import org.jspecify.annotations.NullMarked;
