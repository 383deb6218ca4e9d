package id.satuatap.bench.edge;

import id.satuatap.stack.Command;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a virtual machine retains: what is left after a full collection. */
final class Heap {

    private static final Pattern LIVE = Pattern.compile("(?m)^\\s*(?!Metaspace|class space)\\S.* used (\\d+)K");

    private Heap() {}

    static long kilobytes(long pid) {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run"); // what the first has made unreachable by cleaners goes with the second
        return LIVE.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .sum();
    }

    private static String jcmd(long pid, String order) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Command.run(jcmd.toString(), Long.toString(pid), order);
    }
}
