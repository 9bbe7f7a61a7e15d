/** How applications are taken: policy in versions. */
@NullMarked
package io.entente.partner.applications.policy;

import org.jspecify.annotations.NullMarked;
