select code, name, kind, parent_code, latitude, longitude
  from tenancy.region
 where code = '09' or parent_code = '09'
 order by code;
select key, title from spbe.source;
select region_code, array_agg(year) as years, array_agg(index) as indexes, array_agg(instrument) as instruments,
       array_agg(source) as sources, max(predicate) filter (where year = 2024) as predicate,
       (array_agg(domains) filter (where year = 2024))[1] as domains
  from spbe.official_result
 where province = '09' and region_code is not null
 group by region_code
 order by region_code;
select assessment_id, snapshot, shared_at from spbe.shared_assessment
 order by shared_at desc limit 200
