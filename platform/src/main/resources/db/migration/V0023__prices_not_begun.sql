-- A price that has not begun may be corrected or taken back; no purchase order carries it, and the key that shipment
-- lines hold a price by refuses to change one that does. What another price cut short goes on when that one is gone.
alter table contracted_price
    add column cut_by   uuid,
    add column uncut_to date;
create index contracted_price_cut on contracted_price (cut_by) where cut_by is not null;
grant update (unit_cost, cut_by, uncut_to, created_at, created_by), delete on contracted_price to "${app_role}";

-- Two companies may have one name. A vendor that renames itself must not learn from a refusal who else ships for us;
-- the operator, who invites, is still told.
drop index vendor_name;
create index vendor_name on vendor (lower(name));

-- Offers are held against the vendor's others by its own number.
create index item_proposal_named on item_proposal (vendor, vendor_sku) where state = 'PROPOSED';
