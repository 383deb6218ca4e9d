package id.satuatap.core.controlroom;

import id.satuatap.core.access.Actor;
import id.satuatap.core.shared.Forbidden;
import id.satuatap.core.spbe.OfficialResults;
import id.satuatap.core.spbe.assessment.ReceivedAssessments;
import id.satuatap.core.tenancy.Region;
import id.satuatap.core.tenancy.Regions;
import id.satuatap.core.tenancy.Tenant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts the control room of a province together. */
@Service
@Transactional(readOnly = true)
class ControlRooms {

    private final Regions regions;
    private final OfficialResults results;
    private final ReceivedAssessments received;

    ControlRooms(Regions regions, OfficialResults results, ReceivedAssessments received) {
        this.regions = regions;
        this.results = results;
        this.received = received;
    }

    /** Of the province that asks; with the tenants known so far, since to ask for them here would take a second connection. */
    Mono<ControlRoom> of(@Nullable Integer year, List<Tenant> tenants) {
        return Actor.current().map(Actor::tenantOrFail).flatMap(province -> {
            if (province.kind() != Tenant.Kind.PROVINCE) {
                return Mono.error(() -> new Forbidden("control-room.province-only"));
            }
            return (year == null ? newest(province) : Mono.just(year))
                    .flatMap(shown -> of(province, shown, slugs(tenants)));
        });
    }

    /** Results come out months after their year: this year, where none ever did. */
    private Mono<Integer> newest(Tenant province) {
        return regions.withParts(province.regionCode())
                .count()
                .flatMap(places -> results.newestYear(province.regionCode(), places.intValue() - 1))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> LocalDate.now(ZoneId.of(province.zone())).getYear()));
    }

    private Mono<ControlRoom> of(Tenant province, int year, Map<String, String> slugs) {
        return Mono.zip(
                        regions.withParts(province.regionCode()).collectList(),
                        results.ofProvince(province.regionCode(), year),
                        received.all())
                .map(found -> ControlRoom.of(
                        year, found.getT1().getFirst(), parts(found.getT1()), slugs, found.getT2(), found.getT3()));
    }

    private static List<Region> parts(List<Region> provinceAndParts) {
        return provinceAndParts.subList(1, provinceAndParts.size());
    }

    private static Map<String, String> slugs(List<Tenant> tenants) {
        return tenants.stream().collect(Collectors.toMap(Tenant::regionCode, Tenant::slug));
    }
}
