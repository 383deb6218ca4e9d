select code, name, kind, parent_code, latitude, longitude
  from tenancy.region
 where code = '09' or parent_code = '09'
 order by code;
select r.id, r.region_code, r.body, r.kind, r.year, r.instrument, r.index, r.predicate, r.domains, r.aspects,
       r.indicators, r.complete, r.source, s.title, r.note
  from spbe.official_result r join spbe.source s on s.key = r.source
 where r.id > 0
   and r.province = '09'
 order by r.id
 limit 100000;
select assessment_id, snapshot, shared_at from spbe.shared_assessment
 order by shared_at desc limit 200
