-- Every entry begins in the state in which the one before ended, and no entry goes a way that is not allowed.
with allowed (kind, from_state, to_states) as (
    values ('order', '', '{PENDING,ROUTED,BACKORDERED,CUSTOMER_CARE,CANCELED}'::text[]),
           ('order', 'PENDING', '{PENDING,ROUTED,PARTIALLY_SHIPPED,SHIPPED,BACKORDERED,CUSTOMER_CARE,CANCELED}'),
           ('order', 'ROUTED', '{PENDING,ROUTED,PARTIALLY_SHIPPED,SHIPPED,BACKORDERED,CUSTOMER_CARE,CANCELED}'),
           ('order', 'BACKORDERED', '{PENDING,ROUTED,PARTIALLY_SHIPPED,SHIPPED,BACKORDERED,CUSTOMER_CARE,CANCELED}'),
           ('order', 'CUSTOMER_CARE', '{PENDING,ROUTED,PARTIALLY_SHIPPED,SHIPPED,BACKORDERED,CUSTOMER_CARE,CANCELED}'),
           ('order', 'PARTIALLY_SHIPPED', '{PENDING,PARTIALLY_SHIPPED,SHIPPED,BACKORDERED,CUSTOMER_CARE}'),
           ('shipment', '', '{READY}'),
           ('shipment', 'READY', '{READY,ACKNOWLEDGED,CANCELED,REASSIGNED}'),
           ('shipment', 'ACKNOWLEDGED', '{ACKNOWLEDGED,PARTIALLY_SHIPPED,SHIPPED,CANCELED,REASSIGNED}'),
           ('shipment', 'PARTIALLY_SHIPPED', '{PARTIALLY_SHIPPED,SHIPPED}'),
           ('vendor', '', '{ONBOARDING}'),
           ('vendor', 'ONBOARDING', '{ONBOARDING,ACTIVE,INACTIVE}'),
           ('vendor', 'ACTIVE', '{ACTIVE,INACTIVE}'),
           ('vendor', 'INACTIVE', '{INACTIVE,ACTIVE}'),
           ('vendor-document', '', '{SUBMITTED}'),
           ('vendor-document', 'SUBMITTED', '{SUBMITTED,APPROVED,REJECTED}'),
           ('vendor-document', 'APPROVED', '{APPROVED,SUBMITTED}'),
           ('vendor-document', 'REJECTED', '{REJECTED,SUBMITTED}'),
           ('vendor-step', '', '{IN_PROGRESS,SUBMITTED}'),
           ('vendor-step', 'IN_PROGRESS', '{SUBMITTED}'),
           ('vendor-step', 'SUBMITTED', '{IN_PROGRESS,APPROVED,REJECTED}'),
           ('vendor-step', 'APPROVED', '{IN_PROGRESS}'),
           ('vendor-step', 'REJECTED', '{IN_PROGRESS,SUBMITTED}'),
           ('item-proposal', '', '{PROPOSED}'),
           ('item-proposal', 'PROPOSED', '{APPROVED,REJECTED,WITHDRAWN}'),
           ('vendor-invoice', '', '{MATCHED,EXCEPTION}'),
           ('vendor-invoice', 'EXCEPTION', '{APPROVED,REJECTED,WITHDRAWN}'),
           ('deduction', '', '{PROPOSED}'),
           ('deduction', 'PROPOSED', '{DISPUTED,ACCEPTED,WAIVED}'),
           ('deduction', 'DISPUTED', '{ACCEPTED,WAIVED}'),
           ('strategy', '', '{DRAFT}'),
           ('strategy', 'DRAFT', '{DRAFT,LIVE,REMOVED}'),
           ('strategy', 'LIVE', '{RETIRED}'),
           ('strategy', 'RETIRED', '{RETIRED,LIVE}')
), steps as (
    select j.order_number, j.subject, j.seq, j.type, coalesce(j.from_state, '') as from_state,
           coalesce(j.to_state, '') as to_state, coalesce(b.to_state, '') as before,
           case when j.subject like '%:%' then split_part(j.subject, ':', 1)
                when j.subject = j.order_number::text then 'order'
                else 'shipment' end as kind
      from journal j
      left join journal b on b.order_number = j.order_number and b.subject = j.subject and b.seq = j.seq - 1
)
select s.subject || ' entry ' || s.seq || ' ' || s.type as what,
       case when s.from_state <> s.before then 'to begin in ' || coalesce(nullif(s.before, ''), 'nothing')
            else 'to end in ' || coalesce(array_to_string(a.to_states, ' or '), 'nothing: that state is final') end
           as expected,
       'from ' || coalesce(nullif(s.from_state, ''), 'nothing') || ' to ' || coalesce(nullif(s.to_state, ''), 'nothing')
           as found
  from steps s
  left join allowed a on a.kind = s.kind and a.from_state = s.from_state
 where s.from_state <> s.before
    or (s.kind in (select kind from allowed) and (a.kind is null or not s.to_state = any(a.to_states)))
