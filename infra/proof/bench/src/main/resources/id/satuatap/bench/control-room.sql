select code, name, kind, parent_code, latitude, longitude
  from tenancy.region
 where code = '09' or parent_code = '09'
 order by code;
select p.*, s.title
  from (select year, instrument, source, count(*) as width,
               json_object_agg(region_code, index) filter (where index is not null) as indexes,
               json_object_agg(region_code, predicate) filter (where year = 2024 and predicate is not null) as predicates,
               json_object_agg(region_code, domains) filter (where year = 2024) as domains
          from spbe.official_result
         where province = '09' and region_code is not null
         group by year, instrument, source) p
  join spbe.source s on s.key = p.source
 order by year, width desc, source, instrument;
select assessment_id, snapshot, shared_at from spbe.shared_assessment
 order by shared_at desc limit 200
