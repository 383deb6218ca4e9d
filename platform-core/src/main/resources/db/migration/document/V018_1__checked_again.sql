-- A file for which the virus scanner did not answer is shown to it again. What it says changes the file's state; a picture is made anew then.
alter table document.document add column check_again_at timestamptz; -- whoever checks it now has it until then
create index document_unanswered on document.document (tenant_id, check_again_at)
  where state = 'QUARANTINED' and scanned_at is null;
grant update (name, media_type, size, sha256, state, scanned_at, check_again_at) on document.document to ${runtime};
