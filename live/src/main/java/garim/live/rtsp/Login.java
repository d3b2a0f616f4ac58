package garim.live.rtsp;

import java.util.Objects;

/**
 * A login is the name and the password that viewers must know. Its text hides the password.
 *
 * @param user without a colon or a quotation mark
 * @param password not empty
 */
public record Login(String user, String password) {
    public Login {
        Objects.requireNonNull(password);
        if (user.isEmpty() || user.indexOf(':') >= 0 || user.indexOf('"') >= 0 || password.isEmpty()) {
            throw new IllegalArgumentException("a login needs a user without colon or quotation mark, and a password");
        }
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
