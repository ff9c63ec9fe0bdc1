-- No position promises more than it has, except for a shortage that a count or a feed left and that was told.
with told as (
    select distinct subject from journal where order_number = 0 and type = 'SupplyBroken'
)
select 'position ' || p.sku || ' at ' || p.location as what,
       'a shortage of ' || greatest(0, p.reserved - p.on_hand)
           || case when p.reserved > p.on_hand then ', told by an entry SupplyBroken' else '' end as expected,
       'on hand ' || p.on_hand || ', reserved ' || p.reserved || ', a shortage of ' || p.shortage
           || case when p.shortage > 0 and t.subject is null then ', told by no entry' else '' end as found
  from position p
  left join told t on t.subject = 'position:' || p.location || '/' || p.sku
 where p.reserved < 0
    or p.shortage <> greatest(0, p.reserved - p.on_hand)
    or (p.shortage > 0 and t.subject is null)
