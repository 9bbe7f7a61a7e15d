package io.entente.testkit.security;

/** A keyset for tests and benchmarks, always the same one, so that a service that is started again reads what it wrote before. */
public final class TestKeyset {

    /** With this, the arguments of a service begin that name its keyset. */
    public static final String SETTINGS = "--entente.secrets.keyset";

    private static final String KEYSET =
            """
            {"primaryKeyId":2182847265,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",
            "value":"GiCy1d0CyrwAMk2BaXB0w2479KjdXIKifMc6aUnk80Rkqg==","keyMaterialType":"SYMMETRIC"},"status":"ENABLED",
            "keyId":2182847265,"outputPrefixType":"TINK"}]}"""
                    .replace("\n", "");

    private TestKeyset() {}

    /** The argument of a service that names the keyset of messages. */
    public static String settingOfMessages() {
        return "--entente.secrets.messages-keyset=" + KEYSET;
    }

    /** The argument of a service. */
    public static String setting() {
        return SETTINGS + "=" + KEYSET;
    }

    /** The keyset in Tink's JSON form. */
    public static String json() {
        return KEYSET;
    }
}
