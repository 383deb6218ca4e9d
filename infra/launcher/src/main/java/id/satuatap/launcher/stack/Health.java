package id.satuatap.launcher.stack;

import id.satuatap.launcher.settings.Part;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a part whether it is ready. Its whole health also names other parts, which are asked themselves. */
final class Health {

    private static final int PATIENCE_MILLIS = 2000;

    private Health() {}

    static boolean isGood(Part part, int base) {
        try {
            var connection =
                    (HttpURLConnection) URI.create(part.healthUrl(base)).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
