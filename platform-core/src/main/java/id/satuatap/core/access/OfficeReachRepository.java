package id.satuatap.core.access;

import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class OfficeReachRepository {

    private final DatabaseClient database;

    OfficeReachRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> replace(Collection<OfficeReach.Within> all) {
        var offices = all.stream().map(OfficeReach.Within::office).toArray(UUID[]::new);
        var ancestors = all.stream().map(OfficeReach.Within::ancestor).toArray(UUID[]::new);
        return database.sql("""
                        with given as (select office_id, ancestor_id from unnest(cast(:offices as uuid[]), cast(:ancestors as uuid[])) as g (office_id, ancestor_id)),
                             gone as (update access.office_within w set holds = false
                                       where holds and not exists (select from given g
                                                                    where g.office_id = w.office_id and g.ancestor_id = w.ancestor_id))
                        insert into access.office_within (office_id, ancestor_id) select office_id, ancestor_id from given
                        on conflict (tenant_id, ancestor_id, office_id) do update set holds = true
                        """)
                .bind("offices", offices)
                .bind("ancestors", ancestors)
                .then();
    }
}
