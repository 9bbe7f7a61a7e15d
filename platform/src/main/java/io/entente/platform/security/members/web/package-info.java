/** Keeps the members of tenants up to date and holds requests of their users to their rights. */
@NullMarked
package io.entente.platform.security.members.web;

import org.jspecify.annotations.NullMarked;
