-- Module simulation. Those that ended long ago are removed with all they kept.
create index simulation_ended on simulation (finished_at) where state in ('DONE', 'FAILED', 'CANCELED');
grant delete on simulation, simulation_line to "${app_role}";
