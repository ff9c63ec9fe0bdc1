-- Invoices, notes, deductions, amendments and deadlines stand in the journal with their order; they are found by their
-- own name too.
create index journal_of_orders_things on journal (subject)
    where seq = 1 and order_number > 0 and strpos(subject, ':') > 0;

-- Notes stand in the export beside invoices: both take their places from invoice_export, one after the other.
alter table credit_note add column exported_as bigint unique;
create index credit_note_to_export on credit_note (issued_at, number) where exported_as is null;
create index deduction_of_note on deduction (credit_note) where credit_note is not null;
grant update (exported_as) on credit_note to "${app_role}";
