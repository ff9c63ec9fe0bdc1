-- Invoices, notes, deductions, amendments and deadlines stand in the journal with their order; they are found by their
-- own name too.
create index journal_of_orders_things on journal (subject)
    where seq = 1 and order_number > 0 and strpos(subject, ':') > 0;
