package id.satuatap.admin.member;

import com.vaadin.flow.router.QueryParameters;
import id.satuatap.admin.member.MemberClient.Member;
import java.util.LinkedHashMap;
import java.util.Locale;

/** Which members are shown: people or machines, also those whose membership ended, and those a word is found in. */
record MemberFilter(String word, boolean ended, boolean machines) {

    private static final String WORD = "cari";
    private static final String ENDED = "berakhir";
    private static final String MACHINES = "mesin";

    static MemberFilter of(QueryParameters address) {
        return new MemberFilter(
                address.getSingleParameter(WORD).orElse(""),
                address.getSingleParameter(ENDED).isPresent(),
                address.getSingleParameter(MACHINES).isPresent());
    }

    QueryParameters parameters() {
        var address = new LinkedHashMap<String, String>();
        if (!word.isBlank()) {
            address.put(WORD, word);
        }
        if (ended) {
            address.put(ENDED, "1");
        }
        if (machines) {
            address.put(MACHINES, "1");
        }
        return QueryParameters.simple(address);
    }

    /** @param more what stands in the row besides name and address */
    boolean shows(Member member, String more) {
        return member.machine() == machines
                && (ended || member.endedAt() == null)
                && "%s %s %s"
                        .formatted(member.shownName(), member.email(), more)
                        .toLowerCase(Locale.ROOT)
                        .contains(word.strip().toLowerCase(Locale.ROOT));
    }
}
