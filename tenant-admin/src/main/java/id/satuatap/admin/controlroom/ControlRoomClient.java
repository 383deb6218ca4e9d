package id.satuatap.admin.controlroom;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The province's figures at core. */
interface ControlRoomClient {

    /** @param year null for the newest */
    @GetExchange("/spbe/control-room")
    ControlRoom get(@RequestParam(required = false) @Nullable Integer year);

    record ControlRoom(
            int year,
            @Nullable Integer previousYear,
            List<Integer> years,
            Province province,
            Average average,
            int risen,
            int equal,
            int fallen,
            @Nullable Source source,
            List<Regency> regencies,
            List<Shared> shared) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ControlRoom of(ControlRoomAnswer answer) {
            return answer.room();
        }

        Optional<Regency> regency(@Nullable String code) {
            return regencies.stream().filter(one -> one.code().equals(code)).findFirst();
        }

        Optional<Shared> sharedBy(String code) {
            return shared.stream().filter(one -> code.equals(one.code())).findFirst();
        }

        /** The instrument of the official results shown, if any is loaded. */
        Optional<String> instrument() {
            return regencies.stream()
                    .flatMap(regency -> regency.history().stream())
                    .filter(step -> step.year() == year)
                    .map(Step::instrument)
                    .findFirst();
        }
    }

    record Province(String code, String name) {}

    record Average(@Nullable BigDecimal index, @Nullable BigDecimal previous, int count) {}

    record Source(@Nullable String key, String title) {}

    record Regency(
            String code,
            String name,
            @Nullable String kind,
            @Nullable String slug,
            double lat,
            double lng,
            @Nullable BigDecimal index,
            @Nullable String predicate,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal change,
            @Nullable Integer rank,
            @Nullable Map<String, BigDecimal> domains,
            List<Step> history) {

        /** Without "Kabupaten"; a city keeps its word, for some share their name with a regency. */
        String plainName() {
            return name.replaceFirst("^Kabupaten ", "");
        }
    }

    /** One official result in a regency's history. */
    record Step(
            int year,
            BigDecimal index,
            String instrument,
            @Nullable String source) {}

    /** A self-assessment that a regency shared. Never ranked, never averaged. */
    record Shared(
            String assessment,
            String code,
            @Nullable String slug,
            String name,
            int year,
            String instrument,
            BigDecimal index,
            @Nullable String predicate,
            boolean complete,
            int answered,
            int total,
            boolean simulated,
            Instant sharedAt) {}
}
