-- name: find
select vendor, billed_per, payment_days, allowance_percent, tax_percent, late_percent, canceled_percent,
       mislabeled_amount, dispute_days, version
  from invoice_terms
 where vendor = :vendor

-- name: put
insert into invoice_terms as t (vendor, billed_per, payment_days, allowance_percent, tax_percent, late_percent,
    canceled_percent, mislabeled_amount, dispute_days, version, updated_at)
select :vendor, :billedPer, :paymentDays, :allowance, :tax, :late, :canceled, :mislabeled, :disputeDays, 1,
       :at::timestamptz
 where :seen = 0 or exists (select 1 from invoice_terms where vendor = :vendor)
on conflict (vendor) do update
   set billed_per = excluded.billed_per, payment_days = excluded.payment_days,
       allowance_percent = excluded.allowance_percent, tax_percent = excluded.tax_percent,
       late_percent = excluded.late_percent, canceled_percent = excluded.canceled_percent,
       mislabeled_amount = excluded.mislabeled_amount, dispute_days = excluded.dispute_days,
       version = t.version + 1, updated_at = excluded.updated_at
 where t.version = :seen

-- name: keep
insert into notice_terms (order_number, shipment, notice, vendor, billed_per, payment_days, allowance_percent,
    tax_percent)
values (:order, :shipment, :notice, :vendor, :billedPer, :paymentDays, :allowance, :tax)

-- name: kept
select order_number, shipment, notice, vendor, billed_per, payment_days, allowance_percent, tax_percent
  from notice_terms
 where (order_number, shipment) in (select * from unnest(:orders::bigint[], :shipments::int[]))
