package id.satuatap.faults.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The files of a store beside the register of them.
 *
 * @param right there, with the digest that the register has
 * @param missing not there, or other bytes
 * @param more in the folders of these tenants, but not in the register
 */
record FileCheck(int right, int missing, int more) {

    /** @param which condition on the register */
    static FileCheck compare(Connection connection, Path files, String which) throws SQLException, IOException {
        var registered = new HashSet<Path>();
        var right = 0;
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select tenant_id, id, sha256 from document.document where " + which)) {
            while (rows.next()) {
                var file = files.resolve(rows.getString(1)).resolve(rows.getString(2));
                registered.add(file);
                right += Files.exists(file) && sha256(file).equals(rows.getString(3)) ? 1 : 0;
            }
        }
        return new FileCheck(right, registered.size() - right, more(registered));
    }

    private static int more(Set<Path> registered) throws IOException {
        var more = 0;
        for (var folder : registered.stream().map(Path::getParent).distinct().toList()) {
            if (Files.exists(folder)) {
                try (var all = Files.list(folder)) {
                    more += (int) all.filter(file -> !registered.contains(file)).count();
                }
            }
        }
        return more;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
