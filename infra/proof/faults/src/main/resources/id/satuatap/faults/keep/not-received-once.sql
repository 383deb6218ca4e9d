-- Assessments whose newest share the province has not exactly once.
select count(*) from spbe.assessment a where a.created_by = '${run}'
   and 1 <> (select count(*) from spbe.shared_assessment r
              where r.from_tenant = a.tenant_id and r.assessment_id = a.id
                and r.shared_at = (select max(s.shared_at) from spbe.sharing s
                                    where s.tenant_id = a.tenant_id and s.assessment_id = a.id))
