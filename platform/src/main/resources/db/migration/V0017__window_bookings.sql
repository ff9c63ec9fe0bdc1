-- Module location. What each shipment took of its location's windows, so that exactly that is given back, and in the
-- window it was taken from; kept only for locations with such capacities.
create table window_booking (
    order_number bigint         not null,
    shipment     int            not null,
    -- The shipment's line, or 0 for the shipment as a whole.
    line         int            not null check (line >= 0),
    location     text           not null,
    measure      text           not null,
    per          text           not null,
    starts_at    timestamptz    not null,
    per_unit     numeric(19, 4) not null check (per_unit >= 0),
    units        int            not null check (units > 0),
    given_back   int            not null default 0,
    primary key (order_number, shipment, line, measure, per),
    constraint never_more_given_back_than_booked check (given_back between 0 and units),
    foreign key (location, measure, per, starts_at) references location_window (location, measure, per, starts_at)
);
grant select, insert, update (given_back) on window_booking to "${app_role}";

-- Shipments of before are not known one by one; what they took stays taken until their window ends.
alter table location_window add column taken_before_bookings numeric(19, 4) not null default 0;
update location_window set taken_before_bookings = used;
