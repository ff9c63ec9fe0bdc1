-- Module vendor: what a company says of itself. Addresses are one document each; nobody searches by their parts.
alter table vendor
    add column integration   text not null default 'PORTAL' check (integration in ('EDI', 'API', 'PORTAL')),
    -- In which all its prices are; the first price settles it.
    add column currency      char(3),
    add column legal_name    text,
    add column tax_id        text,
    add column business_type text,
    add column website       text,
    add column description   text,
    add column founded       int check (founded between 1000 and 9999),
    add column employees     int check (employees >= 0),
    add column address       jsonb,
    add column remit_to      jsonb,
    add column billing_email text,
    add column support_email text;
alter table vendor no force row level security;
alter table contracted_price no force row level security;
update vendor v
   set currency = (select p.currency
                     from contracted_price p
                    where p.vendor = v.code
                    order by p.created_at desc
                    limit 1);
alter table vendor force row level security;
alter table contracted_price force row level security;

-- The steps a vendor works through; one without a row is empty. Documents have none: their step follows from them.
create table vendor_step (
    vendor     text        not null references vendor (code),
    step       text        not null check (step in ('CORPORATE', 'USERS', 'INTEGRATION')),
    state      text        not null check (state in ('IN_PROGRESS', 'SUBMITTED', 'APPROVED', 'REJECTED')),
    comment    text,
    version    int         not null check (version > 0),
    updated_at timestamptz not null,
    primary key (vendor, step),
    constraint rejected_with_a_reason check (state <> 'REJECTED' or comment is not null)
);
grant select, insert, update on vendor_step to "${app_role}";

-- The document set: one list for all vendors, changed as a whole. What was asked for once keeps its row.
create table document_set (
    single  boolean primary key default true check (single),
    version int not null check (version >= 0)
);
insert into document_set (version) values (0);
grant select, update (version) on document_set to "${app_role}";
create table document_requirement (
    code         text primary key,
    title        text    not null,
    instructions text    not null,
    required     boolean not null,
    expires      boolean not null,
    remind_days  int     not null check (remind_days between 0 and 365),
    place        int     not null,
    active       boolean not null default true
);
grant select, insert, update on document_requirement to "${app_role}";
grant select on document_requirement to "${vendor_role}";

create table vendor_document (
    vendor      text        not null references vendor (code),
    requirement text        not null references document_requirement (code),
    version     int         not null check (version > 0),
    created_at  timestamptz not null,
    primary key (vendor, requirement)
);
create index vendor_document_requirement on vendor_document (requirement);
-- A file as it was sent, and what was decided about it; the one is never changed, the other once.
create table document_version (
    vendor      text        not null,
    requirement text        not null,
    number      int         not null check (number > 0),
    name        text        not null,
    kind        text        not null check (kind in ('PDF', 'PNG', 'JPEG')),
    bytes       int         not null check (bytes > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    expires_on  date,
    uploaded_at timestamptz not null,
    state       text        not null default 'SUBMITTED' check (state in ('SUBMITTED', 'APPROVED', 'REJECTED',
                    'SUPERSEDED')),
    comment     text,
    reviewed_at timestamptz,
    reminded    text check (reminded in ('EXPIRES_SOON', 'EXPIRED')),
    primary key (vendor, requirement, number),
    foreign key (vendor, requirement) references vendor_document (vendor, requirement),
    constraint rejected_with_a_reason check (state <> 'REJECTED' or comment is not null)
);
create index document_version_expiry on document_version (expires_on)
    where state = 'APPROVED' and reminded is distinct from 'EXPIRED';
create index document_version_review on document_version (vendor, requirement, number) where state = 'SUBMITTED';
-- The bytes, in parts, so that nobody must hold a file as one value.
create table document_content (
    vendor      text  not null,
    requirement text  not null,
    number      int   not null,
    part        int   not null check (part >= 0),
    bytes       bytea not null,
    primary key (vendor, requirement, number, part),
    foreign key (vendor, requirement, number) references document_version (vendor, requirement, number)
);
create table document_message (
    vendor      text        not null,
    requirement text        not null,
    number      int         not null check (number > 0),
    side        text        not null check (side in ('OPERATOR', 'VENDOR')),
    at          timestamptz not null,
    text        text        not null,
    primary key (vendor, requirement, number),
    foreign key (vendor, requirement) references vendor_document (vendor, requirement)
);

-- What the vendor calls its locations; the location's own code is the operator's.
create table vendor_location (
    vendor   text not null references vendor (code),
    own_code text not null,
    location text not null unique references location (code),
    primary key (vendor, own_code)
);

-- Module pricing: an item and a price that a vendor offers; it is agreed on when the operator approves it.
create table item_proposal (
    id              uuid primary key,
    vendor          text           not null references vendor (code),
    sku             text           not null references product (sku),
    vendor_sku      text           not null,
    unit_cost       numeric(15, 4) not null check (unit_cost >= 0),
    currency        char(3)        not null,
    valid_from      date           not null,
    valid_to        date check (valid_to >= valid_from),
    pack_size       int check (pack_size > 0),
    lead_time_days  int check (lead_time_days >= 0),
    discontinued_on date,
    state           text           not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    comment         text,
    version         int            not null check (version > 0),
    proposed_at     timestamptz    not null,
    decided_at      timestamptz,
    constraint rejected_with_a_reason check (state <> 'REJECTED' or comment is not null)
);
create index item_proposal_of_vendor on item_proposal (vendor, id);
-- One open proposal for a product and a first day: sent again it is the same one, not a second.
create unique index item_proposal_open on item_proposal (vendor, sku, valid_from) where state = 'PROPOSED';
create index item_proposal_sku on item_proposal (sku);

do $$
declare t text;
begin
    foreach t in array array['vendor_step', 'vendor_document', 'document_version', 'document_content',
                             'document_message', 'vendor_location', 'item_proposal'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy app on %I to "${app_role}" using (true) with check (true)', t);
        execute format('create policy own on %I for select to "${vendor_role}"
            using (vendor = nullif(current_setting(''app.vendor'', true), ''''))', t);
        execute format('grant select on %I to "${vendor_role}"', t);
    end loop;
end $$;
grant select, insert on document_content, document_message, vendor_location to "${app_role}";
grant select, insert on vendor_document, document_version, item_proposal to "${app_role}";
grant update (version) on vendor_document to "${app_role}";
-- Nobody may touch a file or a proposed price once it is sent.
grant update (state, comment, reviewed_at, reminded) on document_version to "${app_role}";
grant update (state, comment, version, decided_at) on item_proposal to "${app_role}";

-- Module journal: a vendor may follow what happened to its own things: when and what, never the facts in between.
alter table journal enable row level security;
create policy app on journal to "${app_role}" using (true) with check (true);
create policy own on journal for select to "${vendor_role}" using (
    order_number = 0
        and nullif(current_setting('app.vendor', true), '') is not null
        and (subject = 'vendor:' || current_setting('app.vendor', true)
            or split_part(subject, '/', 1) in ('item:' || current_setting('app.vendor', true),
                'vendor-step:' || current_setting('app.vendor', true),
                'vendor-document:' || current_setting('app.vendor', true),
                'item-proposal:' || current_setting('app.vendor', true)))
    or order_number = 0 and exists (
        select 1 from location l where journal.subject = 'location:' || l.code)
    or order_number > 0 and exists (
        select 1 from shipment s
         where s.order_number = journal.order_number and journal.subject = s.order_number || '-' || s.sequence));
grant select (order_number, subject, seq, at, actor_type, channel, type, from_state, to_state) on journal
    to "${vendor_role}";
