-- Which instance runs which job when; read and written by the scheduler's library.
create table job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index job_due on job (execution_time);

-- Windows whose work has been done, marked in the same transaction.
create table job_window (
    job       text        not null,
    opened_at timestamptz not null,
    primary key (job, opened_at)
);
