-- An order's state is the one that its lines lead to, and every order has lines.
with sums as (
    select order_number,
           bool_or(awaiting = 'CUSTOMER_CARE') as care,
           bool_or(awaiting = 'BACKORDER') as backorder,
           bool_or(awaiting = 'ROUTING') as routing,
           sum(assigned) as assigned,
           sum(shipped) as shipped
      from order_line
     group by order_number
), led as (
    select o.order_number, o.state,
           case when s.order_number is null then 'one that has lines'
                when s.care then 'CUSTOMER_CARE'
                when s.backorder then 'BACKORDERED'
                when s.routing then 'PENDING'
                when s.assigned > 0 and s.shipped > 0 then 'PARTIALLY_SHIPPED'
                when s.assigned > 0 then 'ROUTED'
                when s.shipped > 0 then 'SHIPPED'
                else 'CANCELED' end as expected
      from customer_order o
      left join sums s on s.order_number = o.order_number
)
select 'order ' || order_number as what, expected, state as found
  from led
 where state <> expected
   and not (state = 'COMPLETED' and expected = 'SHIPPED')
   and not (state = 'ON_HOLD' and expected = 'PENDING')
