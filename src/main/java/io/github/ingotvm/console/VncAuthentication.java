package io.github.ingotvm.console;

import io.github.ingotvm.model.IngotException.Kind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The answer to a challenge (RFC 6143, section 7.2.2): it is enciphered with the password's first eight bytes. */
final class VncAuthentication {
    static final int CHALLENGE = 16;
    private static final int KEY = 8;

    private VncAuthentication() {}

    static byte[] answer(byte[] challenge, String password) {
        byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.ISO_8859_1), KEY);
        for (int i = 0; i < KEY; i++) {
            // The first implementation took the bits of each byte in the other order, and all have followed it.
            key[i] = (byte) (Integer.reverse(key[i]) >>> 24);
        }
        try {
            return des(key).doFinal(challenge);
        } catch (GeneralSecurityException e) {
            throw new ConsoleException(
                    Kind.UNSUPPORTED,
                    "This Java cannot encipher the screen's password; take the password off the machine's display.",
                    e);
        }
    }

    @SuppressWarnings("InsecureCryptoUsage") // The protocol knows no better cipher.
    private static Cipher des(byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
        return cipher;
    }
}
