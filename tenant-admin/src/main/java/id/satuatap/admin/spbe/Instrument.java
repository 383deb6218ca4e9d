package id.satuatap.admin.spbe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An instrument of evaluation: what is asked, how much it weighs, and what each level asks. Its texts are Indonesian. */
public record Instrument(
        String id,
        String regulation,
        String title,
        boolean provisional,
        Map<String, List<String>> levelNames,
        List<Domain> domains) {

    private static final Pattern REGULATION = Pattern.compile("permenpanrb-(\\d+)-(\\d{4})(?:-(\\d+))?");

    /** How officials call it: "PermenPANRB 59/2020". */
    public static String shortName(String id) {
        var named = REGULATION.matcher(id);
        if (!named.matches()) {
            return id;
        }
        var name = "PermenPANRB " + named.group(1) + "/" + named.group(2);
        return named.group(3) == null ? name : name + " (" + named.group(3) + ")";
    }

    /** A domain, for instance "Kebijakan Internal SPBE". */
    public record Domain(String code, String name, BigDecimal weight, List<Aspect> aspects) {}

    /** An aspect within a domain. */
    public record Aspect(String code, String name, BigDecimal weight, List<Indicator> indicators) {}

    /** One question. The texts of the five levels and what proves each, scope and evidence are null where they are not loaded. */
    public record Indicator(
            int no,
            String name,
            BigDecimal weight,
            String kind,
            boolean fractional,
            @Nullable List<String> levels,
            @Nullable List<List<String>> levelEvidence,
            @Nullable String scope,
            @Nullable String evidence,
            @Nullable String owner) {

        private static final String COMMON_BEGINNING = "Tingkat Kematangan ";

        /** Without the words that all of them begin with, and without whom they all concern. */
        String shortName() {
            var name = name().replace(" Instansi Pusat/Pemerintah Daerah", "");
            return name.startsWith(COMMON_BEGINNING) ? name.substring(COMMON_BEGINNING.length()) : name;
        }

        @Nullable
        String asks(int level) {
            return levels == null || levels.size() < level ? null : levels.get(level - 1);
        }

        List<String> provenBy(int level) {
            return levelEvidence == null || levelEvidence.size() < level ? List.of() : levelEvidence.get(level - 1);
        }
    }

    Stream<Aspect> aspects() {
        return domains.stream().flatMap(domain -> domain.aspects().stream());
    }

    List<Indicator> indicators() {
        return aspects().flatMap(aspect -> aspect.indicators().stream()).toList();
    }

    @Nullable
    Indicator indicator(int no) {
        return indicators().stream().filter(one -> one.no() == no).findFirst().orElse(null);
    }

    /** The indicator that many places on from another, if there is one. */
    Optional<Indicator> beside(int no, int places) {
        var all = indicators();
        var place = all.indexOf(indicator(no)) + places;
        return place >= 0 && place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
    }

    String levelName(Indicator indicator, int level) {
        var names = Objects.requireNonNullElse(levelNames.get(indicator.kind()), List.<String>of());
        return names.size() < level ? "" : names.get(level - 1);
    }
}
