-- Gives free what a killed core had in hand, and calls the relay.
with waiting as (
  update outbox.delivery set next_attempt_at = now() where heard_at is null and parked_at is null returning tenant_id, event_id)
select pg_notify('satuatap_event', tenant_id || '/' || event_id) from waiting
