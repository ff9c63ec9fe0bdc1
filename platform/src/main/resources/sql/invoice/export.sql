-- name: lock
select last from invoice_export where one for update

-- name: number
-- Places go to invoices and notes in the order they were issued in; of one moment, to invoices first.
with waiting as (
    (select 'INVOICE' as kind, number, issued_at
       from invoice
      where exported_as is null
      order by issued_at, number
      limit :limit)
    union all
    (select 'NOTE', number, issued_at
       from credit_note
      where exported_as is null
      order by issued_at, number
      limit :limit)
), placed as (
    select kind, number, :last::bigint + row_number() over (order by issued_at, kind, number) as place
      from waiting
     order by issued_at, kind, number
     limit :limit
), invoices as (
    update invoice i set exported_as = p.place from placed p where p.kind = 'INVOICE' and i.number = p.number
), notes as (
    update credit_note c set exported_as = p.place from placed p where p.kind = 'NOTE' and c.number = p.number
)
select count(*) from placed

-- name: move
update invoice_export set last = last + :by where one

-- name: notes
select c.vendor, c.vendor_number, c.direction, c.order_number, c.shipment, c.invoice, c.reason, c.amount, c.currency,
       c.issued_at, c.issued_by, c.exported_as, d.kind as deduction
  from credit_note c
  left join deduction d on d.credit_note = c.number
 where c.exported_as > :after
 order by c.exported_as
 limit :limit
