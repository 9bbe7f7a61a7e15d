/** The criteria of a qualification: policy in versions. */
@NullMarked
package io.entente.partner.qualification.policy;

import org.jspecify.annotations.NullMarked;
