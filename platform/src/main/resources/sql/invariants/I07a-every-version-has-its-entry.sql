-- Every change of a row has one journal entry: versions run from 1 without gaps, the last state is the row's.
with entries as (
    select order_number, subject, count(*) as n, max(seq) as last
      from journal
     group by order_number, subject
), told as (
    select e.order_number, e.subject, e.n, e.last, j.to_state
      from entries e
      join journal j on j.order_number = e.order_number and j.subject = e.subject and j.seq = e.last
), kept as (
    select order_number, order_number::text as subject, version, state from customer_order
    union all
    select order_number, order_number || '-' || sequence, version, state from shipment
    union all
    select order_number, 'sla:' || order_number || '-' || sequence, sla_entries, null from shipment
     where sla_entries > 0
    union all
    select 0, 'sla:policies', max(version), null from sla_policies having max(version) > 0
    union all
    select 0, 'scorecard:settings', max(version), null from scorecard_settings having max(version) > 0
    union all
    select 0, 'product:' || sku, version, null from product
    union all
    select 0, 'location:' || code, version, null from location
    union all
    select 0, 'vendor:' || code, version, status from vendor
    union all
    select 0, 'item:' || vendor || '/' || sku, version, null from vendor_item
    union all
    select 0, 'item-proposal:' || vendor || '/' || id, version, state from item_proposal
    union all
    select 0, 'vendor-step:' || vendor || '/' || step, version, state from vendor_step
    union all
    select 0, 'vendor-document:' || d.vendor || '/' || d.requirement, d.version,
           (select v.state from document_version v
             where v.vendor = d.vendor and v.requirement = d.requirement
             order by v.number desc limit 1)
      from vendor_document d
    union all
    select 0, 'document-set:vendors', version, null from document_set where version > 0
    union all
    select 0, 'strategy:' || name || '/' || version, row_version, state from strategy
    union all
    select 0, 'api-key:' || id, version, null from api_key
    union all
    select 0, 'user:' || id, version, status from user_account
    union all
    select 0, 'role:' || lower(portal) || '/' || code, version, null from role
    union all
    select 0, 'vendor-door:' || vendor, version, null from vendor_door
    union all
    select coalesce(order_number, 0), 'invoice:' || number, 1, null from invoice
    union all
    select order_number, 'credit-note:' || number, 1, null from credit_note
    union all
    select order_number, 'deduction:' || id, version, state from deduction
    union all
    select order_number, 'amendment:' || id, version, state from amendment
    union all
    select 0, 'vendor-invoice:' || id, version, state from received_invoice
    union all
    select 0, 'terms:' || vendor, version, null from invoice_terms
    union all
    select 0, 'carriage:tables', version, null from carriage_revision where version > 0
    union all
    select 0, 'position:' || location || '/' || sku, journal_seq, null from position where journal_seq > 0
)
select coalesce(k.subject, t.subject) as what,
       case when k.subject is null then 'a row'
            else 'version ' || k.version || coalesce(' in ' || k.state, '') end as expected,
       case when t.subject is null then 'no entry'
            else t.n || ' entries, the last numbered ' || t.last || coalesce(' to ' || t.to_state, '') end as found
  from kept k
  full join told t on t.order_number = k.order_number and t.subject = k.subject
 where (k.subject is null
        and (t.order_number > 0 or split_part(t.subject, ':', 1) = any(array[
             'api-key',
             'carriage',
             'document-set',
             'invoice',
             'item',
             'item-proposal',
             'location',
             'position',
             'product',
             'role',
             'user',
             'vendor-door',
             'scorecard',
             'sla',
             'strategy',
             'terms',
             'vendor',
             'vendor-document',
             'vendor-invoice',
             'vendor-step'])))
    or (k.subject is not null and (t.subject is null or t.n <> k.version or t.last <> k.version
        or t.to_state is distinct from k.state))
