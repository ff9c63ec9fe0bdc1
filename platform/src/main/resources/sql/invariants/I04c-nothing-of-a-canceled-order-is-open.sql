-- Of an order that its shopper canceled no unit is open: what no vendor has is canceled, and what one gives up as well.
select 'order ' || l.order_number || ' line ' || l.line as what,
       'nothing open, the order being canceled' as expected,
       l.open || ' open, awaiting ' || coalesce(l.awaiting, 'nothing') as found
  from order_line l
 where l.open > 0
   and exists (select from amendment a where a.order_number = l.order_number and a.kind = 'CANCELLATION')
