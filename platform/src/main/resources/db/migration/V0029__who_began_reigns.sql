-- Module sourcing. Who made a strategy live; of reigns that began before this was kept, the journal tells it.
alter table reign add column begun_by text;
