select code, name, kind, parent_code, latitude, longitude
  from tenancy.region
 where code = '09' or parent_code = '09'
 order by code;
select r.region_code, r.year, r.instrument, r.index, r.predicate, r.source, s.title,
       case when r.year = 2024 then r.domains end as domains
  from spbe.official_result r join spbe.source s on s.key = r.source
 where r.province = '09'
 order by r.id;
select assessment_id, snapshot, shared_at from spbe.shared_assessment
 order by shared_at desc limit 200
