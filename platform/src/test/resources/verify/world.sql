-- A small world in which every invariant holds and has something to say: an order of two lines, one of them
-- acknowledged less, partly shipped and invoiced by a vendor, the other waiting at an owned location.
insert into product (sku, upc, name, created_at, updated_at)
values ('MUG', '00012345678905', 'Mug', now(), now()), ('CUP', '00036000291452', 'Cup', now(), now());
insert into vendor (code, name, email, status, version, created_at, updated_at)
values ('acme', 'Acme', 'acme@example.com', 'ACTIVE', 2, now(), now());
insert into location (code, name, kind, vendor, address_name, line1, city, region, postal_code, country, latitude,
    longitude, time_zone, daily_capacity, fulfillment_types, created_at, updated_at)
values ('ACME-1', 'Acme', 'VENDOR', 'acme', 'Acme', '1 Main St', 'Memphis', 'TN', '38103', 'US', 35, -90,
        'America/Chicago', null, '{SHIP}', now(), now()),
       ('DC-1', 'Centre', 'DISTRIBUTION_CENTER', null, 'Centre', '1 Main St', 'Memphis', 'TN', '38103', 'US', 35, -90,
        'America/Chicago', 5, '{SHIP}', now(), now());
insert into vendor_item (vendor, sku, vendor_sku, created_at, updated_at) values ('acme', 'MUG', 'A-9', now(), now());
insert into contracted_price (id, vendor, sku, unit_cost, currency, valid_from, created_at, created_by)
values ('00000000-0000-7000-8000-000000000001', 'acme', 'MUG', 7.25, 'USD', '2026-01-01', now(), 'test');
insert into strategy (id, name, version, state, document, row_version, created_at, created_by)
values ('00000000-0000-7000-8000-000000000002', 'default', 1, 'LIVE', '{}', 2, now(), 'test');
insert into location_day (location, day, assigned) values ('DC-1', '2026-11-23', 1);
insert into location_window (location, measure, per, starts_at, used, taken_before_bookings)
values ('ACME-1', 'UNITS', 'DAY', '2026-11-23T06:00Z', 5, 2), ('DC-1', 'ORDERS', 'HOUR', '2026-11-23T16:00Z', 1, 0);
insert into window_booking (order_number, shipment, line, location, measure, per, starts_at, per_unit, units,
    given_back)
values (100000001, 1, 1, 'ACME-1', 'UNITS', 'DAY', '2026-11-23T06:00Z', 1, 4, 1),
       (100000001, 2, 0, 'DC-1', 'ORDERS', 'HOUR', '2026-11-23T16:00Z', 1, 1, 0);
insert into position (sku, location, on_hand, reserved, source, as_of, updated_at, journal_seq)
values ('MUG', 'ACME-1', 9, 2, 'API', now(), now(), 0), ('CUP', 'DC-1', 5, 1, 'API', now(), now(), 1);
insert into stock_move (sku, location, id, delta, reason, reference, at, actor)
values ('MUG', 'ACME-1', gen_random_uuid(), 10, 'COUNT', 'count', now(), 'test'),
       ('MUG', 'ACME-1', gen_random_uuid(), -1, 'SHIPPED', '100000001-1', now(), 'test'),
       ('CUP', 'DC-1', gen_random_uuid(), 5, 'COUNT', 'count', now(), 'test');
insert into customer_order (order_number, channel, external_number, fingerprint, currency, state, version, placed_at,
    accepted_at, updated_at, fulfillment_type, ship_to_name, line1, city, region, postal_code, country)
values (100000001, 'WEB', '1', '', 'USD', 'PARTIALLY_SHIPPED', 3, now(), now(), now(), 'SHIP', 'A', '1 Main St',
        'Memphis', 'TN', '38103', 'US');
insert into order_line (order_number, line, sku, ordered, open, assigned, shipped, canceled, unit_price, currency)
values (100000001, 1, 'MUG', 4, 0, 2, 1, 1, 14, 'USD'), (100000001, 2, 'CUP', 1, 0, 1, 0, 0, 14, 'USD');
insert into shipment (order_number, sequence, location, vendor, state, version, fulfillment_type, opened_at,
    capacity_day, acknowledge_by, ship_by, updated_at)
values (100000001, 1, 'ACME-1', 'acme', 'PARTIALLY_SHIPPED', 3, 'SHIP', now(), '2026-11-23', now(), now(), now()),
       (100000001, 2, 'DC-1', '', 'READY', 1, 'SHIP', now(), '2026-11-23', now(), now(), now());
insert into shipment_line (order_number, shipment, line, vendor, order_line, sku, vendor_sku, quantity, accepted,
    shipped, canceled, contracted_price, unit_cost, currency)
values (100000001, 1, 1, 'acme', 1, 'MUG', 'A-9', 4, 3, 1, 1, '00000000-0000-7000-8000-000000000001', 7.25, 'USD'),
       (100000001, 2, 1, '', 2, 'CUP', null, 1, null, 0, 0, null, null, null);
insert into ship_notice (order_number, shipment, notice, vendor, notice_number, shipped_at, recorded_at, recorded_by)
values (100000001, 1, 1, 'acme', 'N1', now(), now(), 'test');
insert into ship_notice_line (order_number, shipment, notice, line, vendor, quantity)
values (100000001, 1, 1, 1, 'acme', 1);
insert into package (order_number, shipment, notice, package, vendor, carrier, tracking_number)
values (100000001, 1, 1, 1, 'acme', 'UPS', '1Z');
insert into package_line (order_number, shipment, notice, package, line, vendor, quantity)
values (100000001, 1, 1, 1, 1, 'acme', 1);
insert into canceled_items (order_number, shipment, number, vendor, at, step, disposition)
values (100000001, 1, 1, 'acme', now(), 'ACKNOWLEDGEMENT', 'CANCELED');
insert into canceled_items_line (order_number, shipment, number, line, vendor, quantity, reason)
values (100000001, 1, 1, 1, 'acme', 1, 'DAMAGED');
insert into notice_terms (order_number, shipment, notice, vendor, billed_per, payment_days, allowance_percent,
    tax_percent)
values (100000001, 1, 1, 'acme', 'NOTICE', 30, 0, 0);
insert into invoice (order_number, number, vendor, vendor_number, shipment, notice, issued_at, due_at, currency,
                     subtotal, total)
values (100000001, 'acme-1', 'acme', 1, 1, 1, now(), now(), 'USD', 7.25, 7.25);
insert into invoice_line (order_number, invoice, line, vendor, shipment, notice, shipment_line, sku, vendor_sku,
    quantity, unit_cost, currency, amount)
values (100000001, 'acme-1', 1, 'acme', 1, 1, 1, 'MUG', 'A-9', 1, 7.25, 'USD', 7.25);
insert into credit_note (number, vendor, vendor_number, direction, order_number, shipment, reason, amount, currency,
    issued_at, issued_by)
values ('CN-ACME-000001', 'acme', 1, 'DEBIT', 100000001, 1, 'as the vendor asked', 0.75, 'USD', now(), 'test');
insert into received_invoice (id, vendor, their_number, order_number, shipment, currency, total, invoice_date, state,
    received_at, decided_at, decided_by, comment, credit_note, version)
values ('00000000-0000-7000-8000-000000000002', 'acme', 'W-1', 100000001, 1, 'USD', 8, '2026-11-23', 'APPROVED', now(),
    now(), 'test', 'agreed', 'CN-ACME-000001', 2);
insert into received_invoice_line (received, line, vendor, shipment_line, quantity, unit_cost)
values ('00000000-0000-7000-8000-000000000002', 1, 'acme', 1, 1, 8);
insert into journal (order_number, subject, seq, at, actor_type, actor_id, channel, type, from_state, to_state, data,
    correlation_id, hash)
select family, subject, seq, now(), 'SYSTEM', 'test', 'SYSTEM', type, from_state, to_state, data, 'test',
       decode(repeat('00', 32), 'hex')
  from (values (0, 'product:MUG', 1, 'ProductCreated', null, null, '{}'),
               (0, 'product:CUP', 1, 'ProductCreated', null, null, '{}'),
               (0, 'vendor:acme', 1, 'VendorInvited', null, 'ONBOARDING', '{}'),
               (0, 'vendor:acme', 2, 'VendorActivated', 'ONBOARDING', 'ACTIVE', '{}'),
               (0, 'location:ACME-1', 1, 'LocationCreated', null, null, '{"dailyCapacity":null}'),
               (0, 'location:DC-1', 1, 'LocationCreated', null, null, '{"dailyCapacity":5}'),
               (0, 'item:acme/MUG', 1, 'ItemAdded', null, null, '{}'),
               (0, 'strategy:default/1', 1, 'StrategyDrafted', null, 'DRAFT', '{}'),
               (0, 'strategy:default/1', 2, 'StrategyPromoted', 'DRAFT', 'LIVE', '{}'),
               (0, 'position:DC-1/CUP', 1, 'PositionBlocked', null, null, '{}'),
               (100000001, '100000001', 1, 'OrderPlaced', null, 'ROUTED', '{}'),
               (100000001, '100000001', 2, 'UnitsCanceled', 'ROUTED', 'ROUTED', '{}'),
               (100000001, '100000001', 3, 'UnitsShipped', 'ROUTED', 'PARTIALLY_SHIPPED', '{}'),
               (100000001, '100000001-1', 1, 'ShipmentOpened', null, 'READY', '{}'),
               (100000001, '100000001-1', 2, 'ShipmentAcknowledged', 'READY', 'ACKNOWLEDGED', '{}'),
               (100000001, '100000001-1', 3, 'ShipmentShipped', 'ACKNOWLEDGED', 'PARTIALLY_SHIPPED', '{}'),
               (100000001, 'credit-note:CN-ACME-000001', 1, 'CreditNoteIssued', null, null, '{}'),
               (0, 'vendor-invoice:00000000-0000-7000-8000-000000000002', 1, 'VendorInvoiceReceived', null,
                'EXCEPTION', '{}'),
               (0, 'vendor-invoice:00000000-0000-7000-8000-000000000002', 2, 'VendorInvoiceApproved', 'EXCEPTION',
                'APPROVED', '{}'),
               (100000001, 'invoice:acme-1', 1, 'InvoiceIssued', null, null, '{}'),
               (100000001, '100000001-2', 1, 'ShipmentOpened', null, 'READY', '{}'))
       as j(family, subject, seq, type, from_state, to_state, data);
