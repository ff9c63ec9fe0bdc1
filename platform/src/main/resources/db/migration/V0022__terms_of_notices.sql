-- Module invoice: the terms a ship notice left under stay with it, so that terms agreed later change neither its
-- invoice nor what the vendor's own invoice is compared with.
create table notice_terms (
    order_number      bigint        not null,
    shipment          int           not null,
    notice            int           not null,
    vendor            text          not null check (vendor <> ''),
    billed_per        text          not null check (billed_per in ('NOTICE', 'SHIPMENT', 'WEEK', 'MONTH')),
    payment_days      int           not null check (payment_days between 0 and 365),
    allowance_percent numeric(5, 2) not null check (allowance_percent between 0 and 100),
    tax_percent       numeric(5, 2) not null check (tax_percent between 0 and 100),
    primary key (order_number, shipment, notice),
    foreign key (order_number, shipment, notice) references ship_notice (order_number, shipment, notice)
);
grant select, insert on notice_terms to "${app_role}";

-- What was invoiced tells its terms by its sums; what waits has those that are agreed now.
insert into notice_terms (order_number, shipment, notice, vendor, billed_per, payment_days, allowance_percent,
    tax_percent)
select distinct on (n.order_number, n.shipment, n.notice)
       n.order_number, n.shipment, n.notice, s.vendor, coalesce(i.billed_per, t.billed_per, 'NOTICE'),
       coalesce(least(365, greatest(0, extract(day from i.due_at - i.issued_at)))::int, t.payment_days, v.payment_days),
       coalesce(round(100 * i.allowance / nullif(i.subtotal, 0), 2), t.allowance_percent, 0),
       coalesce(round(100 * i.tax / nullif(i.subtotal - i.allowance, 0), 2), t.tax_percent, 0)
  from ship_notice n
  join shipment s on s.order_number = n.order_number and s.sequence = n.shipment and s.vendor <> ''
  join vendor v on v.code = s.vendor
  left join invoice_terms t on t.vendor = s.vendor
  left join invoice_line l on l.order_number = n.order_number and l.shipment = n.shipment and l.notice = n.notice
  left join invoice i on i.number = l.invoice
 order by n.order_number, n.shipment, n.notice, i.number;

-- A vendor may take back what nobody has decided about; an approval names the note it led to.
alter table received_invoice
    drop constraint received_invoice_state_check,
    add constraint received_invoice_state_check
        check (state in ('MATCHED', 'EXCEPTION', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    add column credit_note text references credit_note (number);
grant update (credit_note) on received_invoice to "${app_role}";
update received_invoice r
   set credit_note = n.number
  from credit_note n
 where r.state = 'APPROVED' and n.vendor = r.vendor and n.order_number = r.order_number and n.shipment = r.shipment
   and n.reason = 'Vendor''s invoice ' || r.their_number || ' was approved with its differences';
