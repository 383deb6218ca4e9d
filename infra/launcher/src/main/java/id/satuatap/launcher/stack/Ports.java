package id.satuatap.launcher.stack;

import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether the ports of this copy are free. */
public final class Ports {

    private Ports() {}

    public static void check(int base, boolean ownDatabase) {
        for (var offset = 0; offset < Part.PORTS; offset++) {
            var neededHere = offset != Settings.DATABASE_PORT || ownDatabase;
            if (neededHere && isTaken(base + offset)) {
                throw new CannotStart(
                        "Port %d (%s) sudah dipakai program lain. / Another program uses it; SATUATAP_PORT=%d infra/up moves Satu Atap."
                                .formatted(base + offset, Part.atPort(offset), freeBase(base)));
            }
        }
    }

    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    /** The next base, in steps of 100, from which all ports are free. */
    private static int freeBase(int taken) {
        var base = taken;
        do {
            base += 100;
        } while (base < 65_000 && anyTaken(base));
        return base;
    }

    private static boolean anyTaken(int base) {
        for (var offset = 0; offset < Part.PORTS; offset++) {
            if (isTaken(base + offset)) {
                return true;
            }
        }
        return false;
    }
}
