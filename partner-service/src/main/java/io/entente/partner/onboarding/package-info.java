/** What has to be done before and after a partner becomes active, by whom and by when. */
@NullMarked
package io.entente.partner.onboarding;

import org.jspecify.annotations.NullMarked;
