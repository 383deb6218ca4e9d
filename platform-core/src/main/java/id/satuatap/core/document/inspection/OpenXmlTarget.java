package id.satuatap.core.document.inspection;

import java.util.regex.Pattern;

/** Where a relationship of an Office document leads. */
final class OpenXmlTarget {

    /** {@code mhtml:http://…}; one letter alone is a drive. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+:.*", Pattern.DOTALL);

    /** Two slashes name a server, four or more a share; one or three begin a path on this disk. */
    private static final Pattern FAR_FILE = Pattern.compile("file:(//|/{4,})[^/].*", Pattern.DOTALL);

    private OpenXmlTarget() {}

    /** Whether to another machine: by an address, or as {@code \\\\server\\share}, however it is written. */
    static boolean isRemote(String lowerCase) {
        var path = lowerCase.replace('\\', '/');
        return path.startsWith("file:")
                ? FAR_FILE.matcher(path).matches()
                : path.startsWith("//") || ADDRESS.matcher(path).matches();
    }
}
