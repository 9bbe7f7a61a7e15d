/** How references are asked for: policy in versions. */
@NullMarked
package io.entente.partner.references.policy;

import org.jspecify.annotations.NullMarked;
