/** The identity server of the sandbox: it signs demo users and machine clients in. Production uses any OpenID Connect provider. */
@NullMarked
package io.entente.sandbox.identity;

import org.jspecify.annotations.NullMarked;
