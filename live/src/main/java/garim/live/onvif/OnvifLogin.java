package garim.live.onvif;

import java.util.Objects;

/**
 * A login to a camera. Its text hides the password.
 *
 * @param user name
 * @param password in the clear
 */
public record OnvifLogin(String user, String password) {
    public OnvifLogin {
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return "OnvifLogin[user=" + user + "]";
    }
}
