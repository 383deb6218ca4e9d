package id.satuatap.core.controlroom;

import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/spbe/control-room")
class ControlRoomController {

    private final ControlRooms rooms;
    private final Tenants tenants;

    ControlRoomController(ControlRooms rooms, Tenants tenants) {
        this.rooms = rooms;
        this.tenants = tenants;
    }

    /** The province's regencies in one year, else in the newest: official values ranked, shared self-assessments apart. */
    @Requires(ControlRoomPermissions.READ)
    @GetMapping
    Mono<ControlRoom> get(@RequestParam(required = false) @Nullable Integer year) {
        if (year != null && (year < 2018 || year > 2100)) {
            throw new BadInput("year", "fault.range", 2018, 2100);
        }
        return tenants.visible().flatMap(known -> rooms.of(year, known));
    }
}
