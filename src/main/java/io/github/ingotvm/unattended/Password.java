package io.github.ingotvm.unattended;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.apache.commons.codec.digest.Sha2Crypt;

/** Passwords as Linux keeps them. */
final class Password {
    private static final String SALT = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    /** {@code $6$salt$hash}, with a salt that was never used before. */
    static String hashed(String password) {
        StringBuilder salt = new StringBuilder("$6$");
        for (int i = 0; i < 16; i++) {
            salt.append(SALT.charAt(RANDOM.nextInt(SALT.length())));
        }
        return hashed(password, salt.toString());
    }

    static String hashed(String password, String salt) {
        return Sha2Crypt.sha512Crypt(password.getBytes(StandardCharsets.UTF_8), salt);
    }
}
