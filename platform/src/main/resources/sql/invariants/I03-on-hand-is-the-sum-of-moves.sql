-- Units on hand are the sum of the position's moves.
with moved as (
    select sku, location, sum(delta) as units from stock_move group by sku, location
)
select 'position ' || p.sku || ' at ' || p.location as what,
       'on hand ' || coalesce(m.units, 0) as expected,
       'on hand ' || p.on_hand as found
  from position p
  left join moved m on m.sku = p.sku and m.location = p.location
 where p.on_hand <> coalesce(m.units, 0)
