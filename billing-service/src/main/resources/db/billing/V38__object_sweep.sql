-- How far the sweep is that takes away objects no row names; absent where a round begins.
create table object_sweep (
    only_row boolean primary key default true check (only_row),
    position uuid
);
insert into object_sweep default values;
