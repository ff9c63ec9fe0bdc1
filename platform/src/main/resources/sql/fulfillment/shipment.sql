-- name: insertShipments
with opening as (
    select s.*
      from unnest(:orders::bigint[], :sequences::int[], :locations::text[], :vendors::text[], :states::text[],
                  :versions::int[], :types::text[], :opened::text[], :days::text[], :acknowledgeBys::text[],
                  :shipBys::text[], :acknowledgeRisks::text[], :shipRisks::text[], :acknowledgeBreaches::text[],
                  :shipBreaches::text[], :policies::text[], :policyVersions::int[], :acknowledged::text[],
                  :carriers::text[], :services::text[], :freightCosts::text[], :freightCurrencies::text[],
                  :promiseDates::text[])
           as s(order_number, sequence, location, vendor, state, version, fulfillment_type, opened_at, capacity_day,
                acknowledge_by, ship_by, acknowledge_risk, ship_risk, acknowledge_breach, ship_breach, policy,
                policy_version, acknowledged_at, carrier, service, freight_cost, freight_currency, promise_date)
), opened as (
    insert into shipment (order_number, sequence, location, vendor, state, version, fulfillment_type, opened_at,
        capacity_day, acknowledge_by, ship_by, acknowledge_risk_from, ship_risk_from, acknowledge_breach, ship_breach,
        sla_policy, sla_version, acknowledged_at, carrier, service, updated_at)
    select order_number, sequence, location, vendor, state, version, fulfillment_type, opened_at::timestamptz,
           capacity_day::date, acknowledge_by::timestamptz, ship_by::timestamptz, acknowledge_risk::timestamptz,
           ship_risk::timestamptz, acknowledge_breach, ship_breach, policy, policy_version,
           acknowledged_at::timestamptz, carrier, service, opened_at::timestamptz
      from opening
)
insert into shipment_freight (order_number, shipment, cost, currency, promise_date)
select order_number, sequence, freight_cost::numeric, freight_currency, promise_date::date
  from opening
 where freight_cost is not null

-- name: insertLines
insert into shipment_line (order_number, shipment, line, vendor, order_line, sku, vendor_sku, quantity, accepted,
    contracted_price, unit_cost, currency)
select order_number, shipment, line, vendor, order_line, sku, vendor_sku, quantity, accepted::int,
       contracted_price::uuid, unit_cost::numeric, currency
  from unnest(:orders::bigint[], :shipments::int[], :lines::int[], :vendors::text[], :orderLines::int[],
              :skus::text[], :vendorSkus::text[], :quantities::int[], :accepted::text[], :prices::text[],
              :costs::text[], :currencies::text[])
       as l(order_number, shipment, line, vendor, order_line, sku, vendor_sku, quantity, accepted, contracted_price,
            unit_cost, currency)

-- name: ofOrders
select s.order_number, s.sequence, s.location, s.vendor, s.state, s.version, s.fulfillment_type, s.opened_at,
       s.acknowledge_by, s.ship_by, s.acknowledge_risk_from, s.ship_risk_from, s.acknowledge_breach, s.ship_breach,
       s.sla_policy, s.sla_version, s.acknowledged_at, s.shipped_at, s.updated_at, s.expected_ship_date,
       s.expected_ship_reason, s.expected_ship_note, s.expected_ship_told_at, s.carrier, s.service,
       f.cost as freight_cost, f.currency as freight_currency, f.promise_date
  from shipment s
  left join shipment_freight f on f.order_number = s.order_number and f.shipment = s.sequence
 where s.order_number = any(:orders::bigint[])
 order by s.order_number, s.sequence

-- name: find
select s.order_number, s.sequence, s.location, s.vendor, s.state, s.version, s.fulfillment_type, s.opened_at,
       s.acknowledge_by, s.ship_by, s.acknowledge_risk_from, s.ship_risk_from, s.acknowledge_breach, s.ship_breach,
       s.sla_policy, s.sla_version, s.acknowledged_at, s.shipped_at, s.updated_at, s.expected_ship_date,
       s.expected_ship_reason, s.expected_ship_note, s.expected_ship_told_at, s.carrier, s.service,
       f.cost as freight_cost, f.currency as freight_currency, f.promise_date
  from shipment s
  left join shipment_freight f on f.order_number = s.order_number and f.shipment = s.sequence
 where s.order_number = :order and s.sequence = :sequence

-- name: findAll
select s.order_number, s.sequence, s.location, s.vendor, s.state, s.version, s.fulfillment_type, s.opened_at,
       s.acknowledge_by, s.ship_by, s.acknowledge_risk_from, s.ship_risk_from, s.acknowledge_breach, s.ship_breach,
       s.sla_policy, s.sla_version, s.acknowledged_at, s.shipped_at, s.updated_at, s.expected_ship_date,
       s.expected_ship_reason, s.expected_ship_note, s.expected_ship_told_at, s.carrier, s.service,
       f.cost as freight_cost, f.currency as freight_currency, f.promise_date
  from shipment s
  left join shipment_freight f on f.order_number = s.order_number and f.shipment = s.sequence
 where (s.order_number, s.sequence) in (select w.o, w.s from unnest(:orders::bigint[], :sequences::int[]) as w(o, s))
 order by s.order_number, s.sequence

-- name: lines
select l.order_number, l.shipment, l.line, l.order_line, l.sku, p.upc, l.vendor_sku, l.quantity, l.accepted, l.shipped,
       l.canceled, l.unit_cost, l.currency
  from unnest(:orders::bigint[], :sequences::int[]) as w(order_number, shipment)
  join shipment_line l on l.order_number = w.order_number and l.shipment = w.shipment
  join product p on p.sku = l.sku
 order by l.order_number, l.shipment, l.line

-- name: updateShipment
update shipment
   set state = :state, version = :version, acknowledged_at = :acknowledgedAt::timestamptz,
       shipped_at = :shippedAt::timestamptz, updated_at = :at::timestamptz,
       expected_ship_date = :expectedDate::date, expected_ship_reason = :expectedReason,
       expected_ship_note = :expectedNote, expected_ship_told_at = :expectedAt::timestamptz,
       -- A closed shipment keeps how it ended; a step that has just opened has crossed nothing yet.
       sla_mark = case
           when :state = 'SHIPPED' then
                case when coalesce(:shippedAt::timestamptz, :at::timestamptz) > ship_by then 2 else 0 end
           when :state in ('CANCELED', 'REASSIGNED') then
                case when coalesce(:acknowledgedAt::timestamptz, :at::timestamptz) > acknowledge_by then 2 else 0 end
           when state = 'READY' and :state <> 'READY' then 0
           else sla_mark end,
       withdraw_due = case when :state = 'READY' then withdraw_due end
 where order_number = :order and sequence = :sequence and version = :before

-- name: updateLines
update shipment_line l
   set accepted = c.accepted::int, shipped = c.shipped, canceled = c.canceled
  from unnest(:lines::int[], :accepted::text[], :shipped::int[], :canceled::int[])
       as c(line, accepted, shipped, canceled)
 where l.order_number = :order and l.shipment = :sequence and l.line = c.line

-- name: failedLocations
select distinct l.order_line, s.location
  from canceled_items c
  join canceled_items_line cl on cl.order_number = c.order_number and cl.shipment = c.shipment
                             and cl.number = c.number
  join shipment_line l on l.order_number = cl.order_number and l.shipment = cl.shipment and l.line = cl.line
  join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
 where c.order_number = :order and c.step in ('ACKNOWLEDGEMENT', 'REMAINDER', 'WITHDRAWAL')

-- name: failedLines
select c.order_number, l.order_line, l.sku, s.location, max(c.at) as at,
       bool_and(cl.reason in ('SHORT_STOCK', 'DAMAGED')) as wanted_stock,
       (array_agg(c.shipment order by c.at desc, c.shipment desc))[1] as shipment,
       (array_agg(cl.reason order by c.at desc, c.shipment desc))[1] as reason
  from canceled_items c
  join canceled_items_line cl on cl.order_number = c.order_number and cl.shipment = c.shipment
                             and cl.number = c.number
  join shipment_line l on l.order_number = cl.order_number and l.shipment = cl.shipment and l.line = cl.line
  join shipment s on s.order_number = l.order_number and s.sequence = l.shipment
 where c.order_number = any(:orders::bigint[]) and c.step in ('ACKNOWLEDGEMENT', 'REMAINDER', 'WITHDRAWAL')
 group by c.order_number, l.order_line, l.sku, s.location

-- name: capacityDay
select capacity_day from shipment where order_number = :order and sequence = :sequence

-- name: reassignments
select l.order_line, count(distinct (c.shipment, c.number))::int as times
  from canceled_items c
  join canceled_items_line cl on cl.order_number = c.order_number and cl.shipment = c.shipment
                             and cl.number = c.number
  join shipment_line l on l.order_number = cl.order_number and l.shipment = cl.shipment and l.line = cl.line
 where c.order_number = :order and c.disposition = 'REROUTED'
 group by l.order_line
