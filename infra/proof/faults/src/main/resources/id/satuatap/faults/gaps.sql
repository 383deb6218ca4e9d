-- Answers whose versions have gaps.
select count(*) from spbe.answer a
 where a.version <> (select count(*) from spbe.answer_version v
                      where v.tenant_id = a.tenant_id and v.assessment_id = a.assessment_id
                        and v.stage = a.stage and v.indicator = a.indicator)
   and exists (select from spbe.answer_version v
                where v.tenant_id = a.tenant_id and v.assessment_id = a.assessment_id and v.fact like 'uji-%')
