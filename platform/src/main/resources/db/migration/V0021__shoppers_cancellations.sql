-- Module sourcing: a request whose purchase order ended before the vendor answered is settled.
alter table amendment drop constraint amendment_state_check;
alter table amendment add constraint amendment_state_check
    check (state in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'TOO_LATE', 'SETTLED', 'SUPERSEDED'));
-- Every step that falls short asks whether its order was canceled, and every page of orders for its requests.
create index amendment_of_order on amendment (order_number, shipment);

-- Module fulfillment: given up by the location, or taken back, when the shopper had already canceled the order. The
-- units were missed by nobody, so no vendor is judged by them; step ORDER_CANCELLATION says the same by itself.
alter table canceled_items add column unwanted boolean not null default false;
