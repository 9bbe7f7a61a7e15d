package io.entente.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Encrypts and decrypts what is stored of one owner. */
public interface FieldCipher {

    /** @param place says where the content belongs; it can't be decrypted anywhere else */
    byte[] encryptBytes(byte[] content, String place);

    /** @throws IllegalStateException if the content was changed, or belongs to another place or another owner */
    byte[] decryptBytes(byte[] encrypted, String place);

    /** Encrypts a text in UTF-8, see {@link #encryptBytes}. */
    default byte[] encrypt(String text, String place) {
        return encryptBytes(text.getBytes(UTF_8), place);
    }

    /** Decrypts a text, see {@link #decryptBytes}. */
    default String decrypt(byte[] encrypted, String place) {
        return new String(decryptBytes(encrypted, place), UTF_8);
    }
}
