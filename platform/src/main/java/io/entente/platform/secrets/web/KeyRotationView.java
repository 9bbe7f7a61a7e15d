package io.entente.platform.secrets.web;

import io.entente.platform.secrets.RotateKeys;

/**
 * How far a rotation has come.
 *
 * @param primaryKey the id of the key that wraps the data keys
 * @param wrapped how many data keys this request wrapped again
 * @param remaining how many data keys another key still wraps; the rotation is complete at 0
 */
record KeyRotationView(String primaryKey, int wrapped, long remaining) {

    static KeyRotationView of(RotateKeys.Progress progress) {
        return new KeyRotationView(
                Integer.toUnsignedString(progress.primaryKey()), progress.wrapped(), progress.remaining());
    }
}
