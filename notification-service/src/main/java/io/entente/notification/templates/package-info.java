/** The texts of the messages, in every language of the program. */
@NullMarked
package io.entente.notification.templates;

import org.jspecify.annotations.NullMarked;
