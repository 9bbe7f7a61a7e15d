package io.entente.platform.secrets.web;

import io.entente.platform.secrets.RotateKeys;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rotates the keyset that protects personal data and bank details. */
@RestController
@RequestMapping("/api/key-rotations")
@AllowedTo(roles = Role.ADMIN)
final class KeyRotationController {

    private final RotateKeys rotation;

    KeyRotationController(RotateKeys rotation) {
        this.rotation = rotation;
    }

    /**
     * Wraps the data keys with the primary key of the keyset. Add a new primary key to the keyset, restart the service with it, and repeat
     * this request until no key remains. Then the old key can be removed from the keyset. One call wraps up to 5,000 data keys. Repeating
     * it after the end changes nothing, and what is encrypted can be read throughout.
     */
    @PostMapping
    KeyRotationView rotate() {
        return KeyRotationView.of(rotation.rotate());
    }
}
