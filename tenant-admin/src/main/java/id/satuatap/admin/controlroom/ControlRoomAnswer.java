package id.satuatap.admin.controlroom;

import id.satuatap.admin.controlroom.ControlRoomClient.Average;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Province;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.controlroom.ControlRoomClient.Shared;
import id.satuatap.admin.controlroom.ControlRoomClient.Source;
import id.satuatap.admin.controlroom.ControlRoomClient.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A control room as core sends it: what was published once, and of each regency only its index in each of them. */
record ControlRoomAnswer(
        int year,
        @Nullable Integer previousYear,
        List<Integer> years,
        Province province,
        Average average,
        int risen,
        int equal,
        int fallen,
        @Nullable Source source,
        List<Publication> publications,
        List<Row> regencies,
        List<Shared> shared) {

    record Publication(int year, String instrument, String source) {}

    record Row(
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
            List<@Nullable BigDecimal> history) {

        Regency regency(List<Publication> publications) {
            return new Regency(
                    code,
                    name,
                    kind,
                    slug,
                    lat,
                    lng,
                    index,
                    predicate,
                    previous,
                    change,
                    rank,
                    domains,
                    IntStream.range(0, history.size())
                            .boxed()
                            .flatMap(i -> step(publications.get(i), history.get(i)))
                            .toList());
        }

        private static Stream<Step> step(Publication by, @Nullable BigDecimal index) {
            return index == null ? Stream.empty() : Stream.of(new Step(by.year(), index, by.instrument(), by.source()));
        }
    }

    ControlRoom room() {
        return new ControlRoom(
                year,
                previousYear,
                years,
                province,
                average,
                risen,
                equal,
                fallen,
                source,
                regencies.stream().map(row -> row.regency(publications)).toList(),
                shared);
    }
}
