package id.satuatap.faults;

/** What the checker asks the database, as its superuser. All keys of the load begin with {@code uji-}. */
final class Statements {

    static final String ANSWERS = """
            select t.slug as tenant, v.fact as key, v.assessment_id || '/' || v.indicator || '/' || v.version as place,
                   '' as sha256, count(e.id) as events, count(a.event_id) as entries
              from spbe.answer_version v
              join tenancy.tenant t on t.id = v.tenant_id
              left join outbox.event e on e.tenant_id = v.tenant_id and e.type = 'spbe.answer-saved' and e.subject = v.assessment_id
               and (e.data->>'indicator')::int = v.indicator and (e.data->>'version')::int = v.version
              left join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
             where v.fact like 'uji-%'
             group by t.slug, v.tenant_id, v.assessment_id, v.indicator, v.version, v.fact
            """;

    static final String INVITATIONS = """
            select t.slug as tenant, split_part(i.email, '@', 1) as key, i.id::text as place, '' as sha256,
                   count(e.id) as events, count(a.event_id) as entries
              from access.invitation i
              join tenancy.tenant t on t.id = i.tenant_id
              left join outbox.event e on e.tenant_id = i.tenant_id and e.subject = i.id
              left join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
             where i.email like 'uji-%'
             group by t.slug, i.tenant_id, i.id, i.email
            """;

    static final String EVIDENCE = """
            select t.slug as tenant, replace(d.name, '.pdf', '') as key, d.tenant_id || '/' || d.id as place, d.sha256,
                   count(e.id) as events, count(a.event_id) as entries
              from document.document d
              join tenancy.tenant t on t.id = d.tenant_id
              left join spbe.evidence s on s.tenant_id = d.tenant_id and s.document_id = d.id
              left join outbox.event e on e.tenant_id = d.tenant_id and e.type = 'spbe.evidence-added'
               and (e.data->>'document')::uuid = d.id and (e.data->>'evidence')::uuid = s.id
              left join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
             where d.name like 'uji-%'
             group by t.slug, d.tenant_id, d.id, d.name, d.sha256, s.id
            """;

    static final String GAPS = """
            select count(*) from spbe.answer a
             where a.version <> (select count(*) from spbe.answer_version v
                                  where v.tenant_id = a.tenant_id and v.assessment_id = a.assessment_id
                                    and v.stage = a.stage and v.indicator = a.indicator)
               and exists (select from spbe.answer_version v
                            where v.tenant_id = a.tenant_id and v.assessment_id = a.assessment_id and v.fact like 'uji-%')
            """;

    static final String BROKEN_CHAINS = """
            select count(*) from (
              select position, previous_hash, lag(hash, 1, '') over chain as before, row_number() over chain as number
                from audit.entry window chain as (partition by tenant_id order by position)) link
             where position <> number or previous_hash <> before
            """;

    /** Gives free what a killed core had in hand, and calls the relay. */
    static final String TELL_NOW = """
            with waiting as (
              update outbox.event set next_attempt_at = now() where relayed_at is null returning tenant_id, id)
            select pg_notify('satuatap_event', tenant_id || '/' || id) from waiting
            """;

    private Statements() {}
}
