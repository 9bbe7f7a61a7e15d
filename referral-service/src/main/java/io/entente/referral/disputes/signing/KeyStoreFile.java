package io.entente.referral.disputes.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A PKCS #12 file with the key that signs. A sandbox creates its own at the first start, with a certificate that nobody else has
 * signed.
 */
public final class KeyStoreFile {

    private static final String TYPE = "PKCS12";
    /** Made in milliseconds. An RSA key of the same strength takes seconds of processor time. */
    private static final ECGenParameterSpec CURVE = new ECGenParameterSpec("secp256r1");

    private static final int SERIAL_BITS = 127;
    private static final Duration VALID = Duration.ofDays(3650);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final char[] password;
    private final String alias;

    public KeyStoreFile(Path file, String password, String alias) {
        this.file = file;
        this.password = password.toCharArray();
        this.alias = alias;
    }

    /**
     * Reads the key.
     *
     * @throws IllegalStateException if the file can't be read, or has no such key
     */
    public SigningKey read() {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(content, password);
            Key key = store.getKey(alias, password);
            Certificate[] chain = store.getCertificateChain(alias);
            if (!(key instanceof PrivateKey secret) || chain == null) {
                throw new IllegalStateException(
                        "The key store %s must have a private key with a certificate under the alias %s"
                                .formatted(file, alias));
            }
            return new SigningKey(
                    secret,
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("The key store %s does not exist".formatted(file), e);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key store %s must be a PKCS #12 file that the password opens".formatted(file), e);
        }
    }

    /** Creates the file with a new key if there is none. Only its owner can read it, from the first byte on. */
    public void createIfMissing(String commonName, Instant now) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(directory, "new", ".p12", ownerOnly(directory));
            try (OutputStream content = Files.newOutputStream(draft)) {
                newStore(commonName, now).store(content, password);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The key store %s could not be created".formatted(file), e);
        }
    }

    private KeyStore newStore(String commonName, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(CURVE);
        KeyPair pair = generator.generateKeyPair();
        X500Principal name = new X500Principal("CN=" + commonName);
        JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now),
                Date.from(now.plus(VALID)),
                name,
                pair.getPublic());
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        X509Certificate signed = new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, password);
        store.setKeyEntry(alias, pair.getPrivate(), password, new Certificate[] {signed});
        return store;
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
