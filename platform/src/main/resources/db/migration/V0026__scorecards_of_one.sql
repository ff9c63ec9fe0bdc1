-- The scorecard of one vendor reads its shipments of the period and no others.
create index shipment_of_vendor_by_time on shipment (vendor, opened_at) where vendor <> '';
