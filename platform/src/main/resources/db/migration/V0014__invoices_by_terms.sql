-- Module invoice: an invoice may now be about one ship notice, one shipment, or all of a vendor's notices of a period.
-- Its lines still hold on to the cost of the shipment's line and the units of the notice; what changes is that a line
-- belongs to its invoice by the invoice's number alone, which is unique because it names vendor and running number.
do $$
declare c text;
begin
    for c in select conname from pg_constraint
              where conrelid = 'invoice_line'::regclass and confrelid = 'invoice'::regclass loop
        execute format('alter table invoice_line drop constraint %I', c);
    end loop;
end $$;
alter table invoice_line drop constraint invoice_line_pkey;
alter table invoice drop constraint invoice_pkey;
do $$
declare c text;
begin
    for c in select conname from pg_constraint where conrelid = 'invoice'::regclass and contype in ('u', 'f') loop
        execute format('alter table invoice drop constraint %I', c);
    end loop;
end $$;
drop index invoice_number;
drop index invoice_of_vendor;
alter table invoice
    alter column order_number drop not null,
    alter column shipment drop not null,
    alter column notice drop not null,
    add column billed_per  text           not null default 'NOTICE'
        check (billed_per in ('NOTICE', 'SHIPMENT', 'WEEK', 'MONTH')),
    add column period_from date,
    add column period_to   date,
    add column subtotal    numeric(17, 4),
    add column allowance   numeric(17, 4) not null default 0 check (allowance >= 0),
    add column tax         numeric(17, 4) not null default 0 check (tax >= 0),
    -- The place in the export to an ERP: given later than the number, in the order in which invoices became visible.
    add column exported_as bigint unique,
    add primary key (number);
update invoice set subtotal = total;
alter table invoice
    alter column subtotal set not null,
    add constraint one_vendor_and_currency unique (number, vendor, currency),
    add constraint running_number unique (vendor, vendor_number),
    add foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor),
    add foreign key (order_number, shipment, notice) references ship_notice (order_number, shipment, notice),
    add constraint total_is_the_sum check (total = subtotal - allowance + tax),
    add constraint about_what check (case billed_per
        when 'NOTICE' then order_number is not null and shipment is not null and notice is not null
        when 'SHIPMENT' then order_number is not null and shipment is not null and notice is null
        else order_number is null and shipment is null and notice is null
             and period_from is not null and period_to >= period_from end);
create unique index invoice_of_notice on invoice (order_number, shipment, notice, currency) where notice is not null;
create index invoice_of_shipment on invoice (order_number, shipment) where order_number is not null;
create index invoice_to_export on invoice (issued_at, number) where exported_as is null;

alter table invoice_line
    add primary key (invoice, line),
    add foreign key (invoice, vendor, currency) references invoice (number, vendor, currency);
grant update (exported_as) on invoice to "${app_role}";
alter table invoice_key alter column order_number drop not null;

create table invoice_export (
    one  boolean primary key default true check (one),
    last bigint  not null default 0
);
insert into invoice_export values (true, 0);
grant select, update on invoice_export to "${app_role}";

-- What was agreed with a vendor about invoices. A vendor without a row is billed per notice, due as the vendor says.
create table invoice_terms (
    vendor            text primary key references vendor (code),
    billed_per        text          not null check (billed_per in ('NOTICE', 'SHIPMENT', 'WEEK', 'MONTH')),
    payment_days      int           not null check (payment_days between 0 and 365),
    allowance_percent numeric(5, 2) not null check (allowance_percent between 0 and 100),
    tax_percent       numeric(5, 2) not null check (tax_percent between 0 and 100),
    late_percent      numeric(5, 2) not null check (late_percent between 0 and 100),
    canceled_percent  numeric(5, 2) not null check (canceled_percent between 0 and 100),
    mislabeled_amount numeric(15, 4) not null check (mislabeled_amount >= 0),
    dispute_days      int           not null check (dispute_days between 0 and 365),
    version           int           not null,
    updated_at        timestamptz   not null
);
grant select, insert, update on invoice_terms to "${app_role}";

-- Ship notices that wait for their shipment to be complete, or for the end of their period.
create table unbilled_notice (
    order_number bigint      not null,
    shipment     int         not null,
    notice       int         not null,
    vendor       text        not null check (vendor <> ''),
    recorded_at  timestamptz not null,
    primary key (order_number, shipment, notice),
    foreign key (order_number, shipment, notice) references ship_notice (order_number, shipment, notice)
);
create index unbilled_of_vendor on unbilled_notice (vendor, recorded_at);
-- Locking a row for its removal asks for the right to update it.
grant select, insert, update, delete on unbilled_notice to "${app_role}";

-- What a vendor asks for itself. Nothing is paid by it: it is compared with the purchase order, the ship notice and
-- our own invoice, and what differs waits for a person.
create table received_invoice (
    id           uuid primary key,
    vendor       text           not null references vendor (code),
    their_number text           not null,
    order_number bigint         not null,
    shipment     int            not null,
    currency     char(3)        not null,
    total        numeric(17, 4) not null,
    invoice_date date           not null,
    state        text           not null check (state in ('MATCHED', 'EXCEPTION', 'APPROVED', 'REJECTED')),
    received_at  timestamptz    not null,
    decided_at   timestamptz,
    decided_by   text,
    comment      text,
    version      int            not null default 1,
    unique (vendor, their_number),
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor)
);
create index received_of_shipment on received_invoice (order_number, shipment);
create index received_by_state on received_invoice (state, id);
create index received_of_vendor on received_invoice (vendor, received_at);
create table received_invoice_line (
    received      uuid           not null references received_invoice (id),
    line          int            not null check (line > 0),
    vendor        text           not null,
    shipment_line int            not null,
    quantity      int            not null check (quantity > 0),
    unit_cost     numeric(15, 4) not null check (unit_cost >= 0),
    primary key (received, line)
);
create table received_invoice_difference (
    received      uuid not null references received_invoice (id),
    number        int  not null check (number > 0),
    vendor        text not null,
    kind          text not null,
    shipment_line int,
    expected      text not null,
    found         text not null,
    primary key (received, number)
);

-- Whose turn it is: held while a vendor's invoice is compared.
create table received_turn (
    vendor text primary key references vendor (code)
);
grant select, insert, update on received_turn to "${app_role}";

-- Agreed deductions: proposed from facts, disputed by the vendor, decided by the operator.
create table deduction (
    id           uuid primary key,
    vendor       text           not null references vendor (code),
    kind         text           not null check (kind in ('LATE_SHIPMENT', 'CANCELED_UNITS', 'MISLABELED')),
    order_number bigint         not null,
    shipment     int            not null,
    evidence_key text           not null,
    rule         text           not null,
    evidence     text           not null,
    amount       numeric(17, 4) not null check (amount > 0),
    currency     char(3)        not null,
    state        text           not null check (state in ('PROPOSED', 'DISPUTED', 'ACCEPTED', 'WAIVED')),
    proposed_at  timestamptz    not null,
    disputable_until timestamptz not null,
    dispute      text,
    comment      text,
    credit_note  text,
    version      int            not null default 1,
    -- The same fact is held against a vendor once.
    unique (vendor, kind, evidence_key),
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor)
);
create index deduction_of_vendor on deduction (vendor, id);
create index deduction_open on deduction (disputable_until) where state = 'PROPOSED';

-- What lowers (CREDIT) or raises (DEBIT) what a vendor is owed after its invoices: they themselves never change.
create table credit_note (
    number        text primary key,
    vendor        text           not null references vendor (code),
    vendor_number int            not null check (vendor_number > 0),
    direction     text           not null check (direction in ('CREDIT', 'DEBIT')),
    order_number  bigint         not null,
    shipment      int            not null,
    invoice       text,
    reason        text           not null,
    amount        numeric(17, 4) not null check (amount > 0),
    currency      char(3)        not null,
    issued_at     timestamptz    not null,
    issued_by     text           not null,
    unique (vendor, vendor_number),
    foreign key (invoice, vendor, currency) references invoice (number, vendor, currency),
    foreign key (order_number, shipment, vendor) references shipment (order_number, sequence, vendor)
);
create table credit_note_counter (
    vendor text primary key references vendor (code),
    last   int  not null check (last > 0)
);

do $$
declare t text;
begin
    foreach t in array array['received_invoice', 'received_invoice_line', 'received_invoice_difference', 'deduction',
                             'credit_note'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy app on %I to "${app_role}" using (true) with check (true)', t);
        execute format('create policy own on %I for select to "${vendor_role}"
            using (vendor = nullif(current_setting(''app.vendor'', true), ''''))', t);
        execute format('grant select on %I to "${vendor_role}"', t);
    end loop;
end $$;
grant select, insert on received_invoice, received_invoice_line, received_invoice_difference, deduction, credit_note
    to "${app_role}";
grant update (state, decided_at, decided_by, comment, version) on received_invoice to "${app_role}";
grant update (state, dispute, comment, credit_note, version) on deduction to "${app_role}";
grant select, insert, update on credit_note_counter to "${app_role}";
