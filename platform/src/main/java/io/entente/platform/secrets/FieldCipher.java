package io.entente.platform.secrets;

/** Encrypts and decrypts the fields of one owner. */
public interface FieldCipher {

    /** @param place says where the text belongs; it can't be decrypted anywhere else */
    byte[] encrypt(String text, String place);

    /** @throws IllegalStateException if the text was changed, or belongs to another place or another owner */
    String decrypt(byte[] encrypted, String place);
}
